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
	 * Published directions, newest first.
	 * @param words all of which stand in code, title or text; all directions when blank
	 * @param field a field's code; all fields when blank
	 * @param page from 0
	 */
	public List<PublicDirection> directions(String words, String field, int page, int size) {
		return filtered("select d.* " + DIRECTIONS + " order by d.published_at desc, d.code limit :size offset :offset",
				words, field)
			.param("size", size)
			.param("offset", (long) page * size)
			.query(PublicDirection.class)
			.list();
	}

	public long countDirections(String words, String field) {
		return filtered("select count(*) " + DIRECTIONS, words, field).query(Long.class).single();
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

	private StatementSpec filtered(String sql, String words, String field) {
		return jdbc.sql(sql).param("patterns", Words.patterns(words)).param("field", field == null ? "" : field);
	}

}
