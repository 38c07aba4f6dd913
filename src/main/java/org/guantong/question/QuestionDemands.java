package org.guantong.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.shared.InvalidInput;

/** Which demands a question comes from, and which are left without one. */
@Repository
public class QuestionDemands {

	private static final String SELECT = """
			select d.id, d.code, d.title, d.difficulties, d.background, d.gap, d.proposed_question, d.co_funder_id,
			       o.name as co_funder_name, d.field_id, d.unit
			from demand d join organisation o on o.id = d.co_funder_id
			""";

	private static final String FREE = """
			where d.round_id = ? and d.state = 'ACCEPTED'
			  and not exists (select 1 from question_demand q where q.demand_id = d.id)
			  and not exists (select 1 from demand_aside a where a.demand_id = d.id)
			""";

	private final JdbcClient jdbc;

	QuestionDemands(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** A demand as it is read when questions are distilled. */
	public record Source(long id, String code, String title, String difficulties, String background, String gap,
			String proposedQuestion, long coFunderId, String coFunderName, long fieldId, String unit) {

		/** Its words, by which likeness is found. */
		public String words() {
			return String.join("\n", title, difficulties, gap, proposedQuestion);
		}

	}

	/** A demand that no question takes up, and why. */
	public record Aside(long demandId, String code, String title, String coFunderName, String reason) {
	}

	/** The question's demands, by code. */
	public List<Source> of(long questionId) {
		return jdbc.sql(SELECT + "join question_demand q on q.demand_id = d.id where q.question_id = ? order by d.code")
			.param(questionId)
			.query(Source.class)
			.list();
	}

	/** Accepted demands of the round that wait for a question, by code. */
	public List<Source> waiting(long roundId) {
		return jdbc.sql(SELECT + FREE + "order by d.code").param(roundId).query(Source.class).list();
	}

	/** Demands of the round that were set aside, by code. */
	public List<Aside> setAside(long roundId) {
		return jdbc.sql("""
				select d.id as demand_id, d.code, d.title, o.name as co_funder_name, a.reason
				from demand_aside a join demand d on d.id = a.demand_id join organisation o on o.id = d.co_funder_id
				where d.round_id = ? order by d.code
				""").param(roundId).query(Aside.class).list();
	}

	/** The question of a demand, if it is part of one. */
	public Optional<Long> questionOf(long demandId) {
		return jdbc.sql("select question_id from question_demand where demand_id = ?")
			.param(demandId)
			.query(Long.class)
			.optional();
	}

	/** Ids of the co-funders whose demands the question comes from, ascending. */
	public List<Long> coFundersConcerned(long questionId) {
		return jdbc.sql("""
				select distinct d.co_funder_id from question_demand q join demand d on d.id = q.demand_id
				where q.question_id = ? order by d.co_funder_id
				""").param(questionId).query(Long.class).list();
	}

	/** The same co-funders by id, each with its name, in the order of the names. */
	public Map<Long, String> coFunderNames(long questionId) {
		Map<Long, String> names = new LinkedHashMap<>();
		jdbc.sql("""
				select distinct o.id, o.name from question_demand q join demand d on d.id = q.demand_id
				join organisation o on o.id = d.co_funder_id where q.question_id = ? order by o.name
				""").param(questionId).query((row) -> {
			names.put(row.getLong("id"), row.getString("name"));
		});
		return names;
	}

	/**
	 * Whether the demand waits for a question; holds it against others until the commit.
	 */
	boolean lockWaiting(long roundId, long demandId) {
		jdbc.sql("select id from demand where id = ? for update").param(demandId).query(Long.class).optional();
		return jdbc.sql("select exists (select 1 from demand d " + FREE + " and d.id = ?)")
			.params(roundId, demandId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * @throws InvalidInput when the demand does not wait; else as {@link #lockWaiting}
	 */
	void requireWaiting(long roundId, long demandId) {
		if (!lockWaiting(roundId, demandId)) {
			String code = jdbc.sql("select code from demand where id = ?")
				.param(demandId)
				.query(String.class)
				.optional()
				.orElse(Long.toString(demandId));
			throw InvalidInput.of("demandIds", "question.problem.notWaiting", code);
		}
	}

	void add(long questionId, long demandId) {
		jdbc.sql("insert into question_demand (question_id, demand_id) values (?, ?)")
			.params(questionId, demandId)
			.update();
	}

	boolean remove(long questionId, long demandId) {
		return jdbc.sql("delete from question_demand where question_id = ? and demand_id = ?")
			.params(questionId, demandId)
			.update() > 0;
	}

	void release(long questionId) {
		jdbc.sql("delete from question_demand where question_id = ?").param(questionId).update();
	}

}
