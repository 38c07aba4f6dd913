package org.guantong.linkage;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/**
 * What people who are not signed in may read, and nothing else: it asks only the
 * {@code public_…} views, so that neither search nor counts nor the feed can tell of
 * anything unpublished. Open to everybody.
 */
@Service
@Transactional(readOnly = true)
public class Portal {

	private static final String DIRECTIONS = """
			from public_direction d
			where (:field = '' or d.field_code = :field)
			and (cast(:year as integer) is null or d.year = :year)
			and (cast(:fund as bigint) is null or d.fund_id = :fund)
			and (:category = '' or d.category = :category)
			and (:code = '' or exists (select 1 from unnest(string_to_array(d.application_codes, '、')) c
			                           where starts_with(c, :code)))
			and not exists (select 1 from unnest(:patterns::text[]) w
			  where d.code not ilike w and d.title not ilike w and d.text not ilike w)
			""";

	private static final String ACHIEVEMENTS = """
			from public_achievement a
			where (:field = '' or a.field_code = :field)
			and not exists (select 1 from unnest(:patterns::text[]) w
			  where a.code not ilike w and a.title not ilike w and a.keywords not ilike w)
			""";

	private final JdbcClient jdbc;

	Portal(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Published directions: the latest guide first, each by field and number.
	 * @param page from 0
	 */
	public List<PublicDirection> directions(PublicFilter filter, int page, int size) {
		return directions(filter, "d.published_at", page, size);
	}

	/**
	 * The same, those first that were published or corrected last.
	 * @param page from 0
	 */
	public List<PublicDirection> latestDirections(PublicFilter filter, int page, int size) {
		return directions(filter, "d.changed_at", page, size);
	}

	private List<PublicDirection> directions(PublicFilter filter, String newest, int page, int size) {
		return filtered("select d.* " + DIRECTIONS + " order by " + newest
				+ " desc, d.round_id, d.field_position, d.number, d.id limit :size offset :offset", filter)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(PublicDirection.class)
			.list();
	}

	public long countDirections(PublicFilter filter) {
		return filtered("select count(*) " + DIRECTIONS, filter).query(Long.class).single();
	}

	/** The years of published directions, the latest first. */
	public List<Integer> years() {
		return jdbc.sql("select distinct year from public_direction order by year desc").query(Integer.class).list();
	}

	/** The funds that have published directions. */
	public List<PublicChoice> funds() {
		return jdbc.sql("""
				select distinct fund_id::text as value, fund_name as name, fund_name as name_en from public_direction
				order by name
				""").query(PublicChoice.class).list();
	}

	/** The grant categories of published directions. */
	public List<PublicChoice> categories() {
		return jdbc.sql("""
				select category as value, min(category_name) as name, min(category_name_en) as name_en
				from public_direction group by category order by category
				""").query(PublicChoice.class).list();
	}

	/**
	 * A published direction.
	 * @throws NotFound when there is none, or it is not published
	 */
	public PublicDirection direction(long id) {
		return jdbc.sql("select * from public_direction where id = ?")
			.param(id)
			.query(PublicDirection.class)
			.optional()
			.orElseThrow(() -> NotFound.of(Kind.GUIDE_DIRECTION, id));
	}

	/** Achievements open for matching, by registration number, newest first. */
	public List<PublicAchievement> achievements(String words, String field, int page, int size) {
		return filtered("select a.* " + ACHIEVEMENTS + " order by a.id desc limit :size offset :offset", words, field)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(PublicAchievement.class)
			.list();
	}

	public long countAchievements(String words, String field) {
		return filtered("select count(*) " + ACHIEVEMENTS, words, field).query(Long.class).single();
	}

	/** Titles of signed transfers, newest first. */
	public List<String> stories(int size) {
		return jdbc.sql("select title from public_story order by id desc limit ?")
			.param(size)
			.query(String.class)
			.list();
	}

	public PublicCounts counts() {
		return jdbc.sql("""
				select (select count(*) from public_direction) as directions,
				       (select count(*) from public_achievement) as achievements,
				       (select count(*) from public_story) as stories
				""").query(PublicCounts.class).single();
	}

	public List<PublicField> fields() {
		return jdbc.sql("select code, name, name_en from field order by position").query(PublicField.class).list();
	}

	private StatementSpec filtered(String sql, PublicFilter filter) {
		return filtered(sql, filter.words(), filter.field()).param("year", filter.year())
			.param("fund", filter.fund())
			.param("category", filter.category())
			.param("code", filter.code());
	}

	private StatementSpec filtered(String sql, String words, String field) {
		return jdbc.sql(sql).param("patterns", Words.patterns(words)).param("field", field == null ? "" : field);
	}

}
