package org.guantong.question;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What became of each demand, turn by turn: part of a question, set aside for a reason,
 * or waiting again. Whoever submitted it is told of each turn.
 */
@Repository
public class DemandOutcomes {

	private final JdbcClient jdbc;

	private final OutcomeLetters letters;

	private final Clock clock;

	DemandOutcomes(JdbcClient jdbc, OutcomeLetters letters, Clock clock) {
		this.jdbc = jdbc;
		this.letters = letters;
		this.clock = clock;
	}

	/** What happened to it. */
	public enum Kind {

		/** 已并入科学问题 */
		LINKED,
		/** 不凝练 */
		ASIDE,
		/** 待凝练: it had been settled and is not any more */
		WAITING

	}

	/** One turn; question null unless linked, reason empty when none is needed. */
	public record Outcome(Kind kind, Long questionId, String questionCode, String questionTitle, String reason,
			Instant decidedAt) {
	}

	/** How it stands with the demand; empty while it has waited from the beginning. */
	public Optional<Outcome> latest(long demandId) {
		List<Outcome> all = of(demandId);
		return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
	}

	/** Every turn, the first one first. */
	public List<Outcome> of(long demandId) {
		return jdbc.sql("""
				select u.kind, u.question_id, q.code as question_code, q.title as question_title, u.reason, u.decided_at
				from demand_outcome u left join scientific_question q on q.id = u.question_id
				where u.demand_id = ? order by u.id
				""")
			.param(demandId)
			.query((row, index) -> new Outcome(Kind.valueOf(row.getString("kind")),
					row.getObject("question_id", Long.class), row.getString("question_code"),
					row.getString("question_title"), row.getString("reason"),
					row.getTimestamp("decided_at").toInstant()))
			.list();
	}

	void linked(ScientificQuestion question, Collection<Long> demandIds) {
		demandIds.forEach((demand) -> note(demand, Kind.LINKED, question.id(), ""));
		letters.linked(question, demandIds);
	}

	void setAside(Collection<Long> demandIds, String reason) {
		demandIds.forEach((demand) -> note(demand, Kind.ASIDE, null, reason));
		letters.setAside(demandIds, reason);
	}

	void waiting(Collection<Long> demandIds) {
		demandIds.forEach((demand) -> note(demand, Kind.WAITING, null, ""));
		letters.waiting(demandIds);
	}

	/**
	 * The question was given up; the letter that says so goes to all concerned anyway.
	 */
	void freed(ScientificQuestion question) {
		jdbc.sql("select demand_id from question_demand where question_id = ?")
			.param(question.id())
			.query(Long.class)
			.list()
			.forEach((demand) -> note(demand, Kind.WAITING, null, question.reason()));
	}

	private void note(long demand, Kind kind, Long question, String reason) {
		jdbc.sql("""
				insert into demand_outcome (demand_id, kind, question_id, reason, decided_at)
				values (:demand, :kind, :question, :reason, :now)
				""")
			.param("demand", demand)
			.param("kind", kind.name())
			.param("question", question, Types.BIGINT)
			.param("reason", reason)
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

}
