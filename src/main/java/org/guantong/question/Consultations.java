package org.guantong.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.identity.Person;
import org.guantong.question.ConsultationAnswer.Opinion;

/** What the co-funders answered. */
@Repository
public class Consultations {

	private final JdbcClient jdbc;

	private final Clock clock;

	Consultations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All answers to a question, in the order of the consultations. */
	public List<ConsultationAnswer> of(long questionId) {
		return jdbc.sql("""
				select c.*, o.name as co_funder_name, a.name as answered_by_name
				from consultation_answer c join organisation o on o.id = c.co_funder_id
				left join account a on a.id = c.answered_by
				where c.question_id = ? order by c.consultation_number, o.name
				""").param(questionId).query(Consultations::read).list();
	}

	/** The answers to the question as it is worded now. */
	public List<ConsultationAnswer> current(ScientificQuestion question) {
		return of(question.id()).stream()
			.filter((answer) -> answer.consultationNumber() == question.consultationNumber())
			.toList();
	}

	/** Notes an answer; a silence before gives way to it. */
	void record(ScientificQuestion question, long coFunderId, Opinion opinion, String reasons, Person by) {
		jdbc.sql("""
				insert into consultation_answer (question_id, consultation_number, co_funder_id, opinion, reasons,
				                                 answered_by, answered_at)
				values (:question, :number, :coFunder, :opinion, :reasons, :by, :now)
				on conflict (question_id, consultation_number, co_funder_id) do update
				set opinion = excluded.opinion, reasons = excluded.reasons, answered_by = excluded.answered_by,
				    answered_at = excluded.answered_at
				where consultation_answer.opinion = 'SILENT'
				""")
			.param("question", question.id())
			.param("number", question.consultationNumber())
			.param("coFunder", coFunderId)
			.param("opinion", opinion.name())
			.param("reasons", reasons)
			.param("by", by == null ? null : by.id(), Types.BIGINT)
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

	private static ConsultationAnswer read(ResultSet row, int index) throws SQLException {
		return new ConsultationAnswer(row.getLong("question_id"), row.getInt("consultation_number"),
				row.getLong("co_funder_id"), row.getString("co_funder_name"), Opinion.valueOf(row.getString("opinion")),
				row.getString("reasons"), row.getString("answered_by_name"),
				row.getTimestamp("answered_at").toInstant());
	}

}
