package org.guantong.guide;

import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/** What a direction came from, and whom it therefore concerns. */
@Component
public class DirectionSources {

	private final JdbcClient jdbc;

	DirectionSources(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A question with the demands it was distilled from. */
	public record Source(Subject question, String statement, List<Subject> demands) {
	}

	/** The questions a direction answers, each with its demands. */
	public List<Source> of(long direction) {
		return jdbc.sql("""
				select q.id, q.code, q.title, q.statement from scientific_question q
				join direction_question dq on dq.question_id = q.id where dq.direction_id = ? order by q.code
				""").param(direction).query((row, index) -> {
			long question = row.getLong("id");
			return new Source(
					Subject.of(Kind.SCIENTIFIC_QUESTION, question, row.getString("code"), row.getString("title")),
					row.getString("statement"), demands(question));
		}).list();
	}

	/** The same, with the demands of one co-funder only. */
	public List<Source> ofCoFunder(long direction, long coFunder) {
		Set<Long> own = Set.copyOf(jdbc.sql("""
				select d.id from demand d join question_demand qd on qd.demand_id = d.id
				join direction_question dq on dq.question_id = qd.question_id
				where dq.direction_id = ? and d.co_funder_id = ?
				""").params(direction, coFunder).query(Long.class).set());
		return of(direction).stream()
			.map((source) -> new Source(source.question(), source.statement(),
					source.demands().stream().filter((demand) -> own.contains(demand.id())).toList()))
			.toList();
	}

	/**
	 * The co-funders concerned: those with a demand behind the direction; when it has
	 * none, all who pay into the fund that year.
	 */
	public List<Long> coFundersConcerned(long direction) {
		return jdbc.sql("""
				with behind as (
				  select distinct d.co_funder_id from direction_question dq
				  join question_demand qd on qd.question_id = dq.question_id join demand d on d.id = qd.demand_id
				  where dq.direction_id = :direction)
				select co_funder_id from behind
				union
				select a.co_funder_id from guide_direction g join round r on r.id = g.round_id
				join agreement a on a.fund_id = r.fund_id and r.year between a.first_year and a.last_year
				where g.id = :direction and not exists (select 1 from behind)
				order by co_funder_id
				""").param("direction", direction).query(Long.class).list();
	}

	/**
	 * An agreed question.
	 *
	 * @param directions how many directions answer it already
	 */
	public record Agreed(long id, String code, String title, long fieldId, int directions) {
	}

	List<Agreed> agreed(long round) {
		return jdbc.sql("""
				select q.id, q.code, q.title, q.field_id,
				       (select count(*) from direction_question dq where dq.question_id = q.id) as directions
				from scientific_question q join field f on f.id = q.field_id
				where q.round_id = ? and q.state = 'AGREED' order by f.position, q.code
				""")
			.param(round)
			.query((row, index) -> new Agreed(row.getLong("id"), row.getString("code"), row.getString("title"),
					row.getLong("field_id"), row.getInt("directions")))
			.list();
	}

	/**
	 * The fields of those questions that are agreed ones of that round, one for each.
	 */
	List<Long> fieldsOfAgreed(long round, List<Long> questions) {
		return jdbc.sql(
				"select field_id from scientific_question where round_id = :round and state = 'AGREED' and id in (:ids)")
			.param("round", round)
			.param("ids", questions)
			.query(Long.class)
			.list();
	}

	void link(long direction, long question) {
		jdbc.sql("insert into direction_question (direction_id, question_id) values (?, ?)")
			.params(direction, question)
			.update();
	}

	String nextCode(int year, long field, String fieldCode) {
		int number = jdbc.sql("""
				insert into direction_series (year, field_id, last) values (?, ?, 1)
				on conflict (year, field_id) do update set last = direction_series.last + 1 returning last
				""").params(year, field).query(Integer.class).single();
		return "G%d-%s-%04d".formatted(year, fieldCode, number);
	}

	private List<Subject> demands(long question) {
		return jdbc.sql("""
				select d.id, d.code, d.title from demand d join question_demand qd on qd.demand_id = d.id
				where qd.question_id = ? order by d.code
				""")
			.param(question)
			.query((row, index) -> Subject.of(Kind.DEMAND, row.getLong("id"), row.getString("code"),
					row.getString("title")))
			.list();
	}

}
