package org.guantong.question;

import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Questions in rows, as lists show them. */
@Component
public class QuestionList {

	private static final String FROM = """
			from scientific_question q join round r on r.id = q.round_id join field f on f.id = q.field_id
			where (:all or exists (
			         select 1 from question_demand x join demand d on d.id = x.demand_id
			         where x.question_id = q.id and d.co_funder_id = :own)
			       or exists (select 1 from consultation_answer c where c.question_id = q.id and c.co_funder_id = :own))
			  and (cast(:id as bigint) is null or q.id = :id)
			  and (cast(:round as bigint) is null or q.round_id = :round)
			  and (cast(:state as text) is null or q.state = :state)
			  and (:text = '' or concat_ws(' ', q.code, q.title, q.statement) ilike :pattern)
			""";

	private final JdbcClient jdbc;

	QuestionList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One question in a list; {@code demandCount} counts the demands it comes from. */
	public record Row(long id, String code, String title, ScientificQuestion.State state, String roundTitle,
			String fieldName, String fieldNameEn, long demandCount, int consultationNumber) {

		public String field(Locale locale) {
			return locale.getLanguage().equals("en") ? fieldNameEn : fieldName;
		}

	}

	/** One page of a list and how many there are in all. */
	public record Page(List<Row> items, long total) {
	}

	/**
	 * Which questions to list; null or empty means any.
	 *
	 * @param text words in code, title or statement
	 */
	public record Filter(Long roundId, ScientificQuestion.State state, String text) {
	}

	Page find(Person reader, Filter filter, int page, int size) {
		List<Row> items = as(reader, null, filter, """
				select q.id, q.code, q.title, q.state, r.title as round_title, f.name as field_name,
				       f.name_en as field_name_en, q.consultation_number,
				       (select count(*) from question_demand x where x.question_id = q.id) as demand_count
				""" + FROM + " order by q.code limit :size offset :offset").param("size", size)
			.param("offset", (long) page * size)
			.query(Row.class)
			.list();
		return new Page(items, as(reader, null, filter, "select count(*) " + FROM).query(Long.class).single());
	}

	boolean reads(Person reader, long id) {
		return as(reader, id, new Filter(null, null, ""), "select count(*) " + FROM).query(Long.class).single() > 0;
	}

	private JdbcClient.StatementSpec as(Person reader, Long id, Filter filter, String sql) {
		String text = filter.text() == null ? "" : filter.text().strip();
		return jdbc.sql(sql)
			.param("all", reader.readsEverything())
			.param("own", reader.organisationId())
			.param("id", id)
			.param("round", filter.roundId())
			.param("state", filter.state() == null ? null : filter.state().name())
			.param("text", text)
			.param("pattern", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
	}

}
