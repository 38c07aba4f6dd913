package org.guantong.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	/** What each co-funder said last, by its id. */
	public Map<Long, ConsultationAnswer> latest(long questionId) {
		Map<Long, ConsultationAnswer> latest = new LinkedHashMap<>();
		of(questionId).forEach((answer) -> latest.put(answer.coFunderId(), answer));
		return latest;
	}

	/** Notes an answer; a silence before gives way to it. */
	void record(ScientificQuestion question, long coFunderId, Opinion opinion, String reasons, Person by) {
		jdbc.sql("""
				insert into consultation_answer (question_id, consultation_number, co_funder_id, opinion, reasons,
				                                 answered_by, answered_at, text_number)
				values (:question, :number, :coFunder, :opinion, :reasons, :by, :now, :text)
				on conflict (question_id, consultation_number, co_funder_id) do update
				set opinion = excluded.opinion, reasons = excluded.reasons, answered_by = excluded.answered_by,
				    answered_at = excluded.answered_at, text_number = excluded.text_number
				where consultation_answer.opinion = 'SILENT'
				""")
			.param("question", question.id())
			.param("number", question.consultationNumber())
			.param("coFunder", coFunderId)
			.param("opinion", opinion.name())
			.param("text", question.textNumber())
			.param("reasons", reasons)
			.param("by", by == null ? null : by.id(), Types.BIGINT)
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

	/**
	 * Notes that a co-funder's objection to the present wording is taken back; answers
	 * whether one stood.
	 */
	boolean withdraw(ScientificQuestion question, long coFunderId, Person by) {
		return jdbc.sql("""
				update consultation_answer set withdrawn_by = :by, withdrawn_at = :now
				where question_id = :question and co_funder_id = :coFunder and opinion = 'OBJECT'
				  and withdrawn_at is null and text_number = :text and consultation_number = :number
				""")
			.param("by", by.id())
			.param("now", Timestamp.from(clock.instant()))
			.param("question", question.id())
			.param("coFunder", coFunderId)
			.param("text", question.textNumber())
			.param("number", question.consultationNumber())
			.update() > 0;
	}

	private static ConsultationAnswer read(ResultSet row, int index) throws SQLException {
		return new ConsultationAnswer(row.getLong("question_id"), row.getInt("consultation_number"),
				row.getLong("co_funder_id"), row.getString("co_funder_name"), Opinion.valueOf(row.getString("opinion")),
				row.getString("reasons"), row.getString("answered_by_name"),
				row.getTimestamp("answered_at").toInstant(), row.getInt("text_number"),
				row.getTimestamp("withdrawn_at") == null ? null : row.getTimestamp("withdrawn_at").toInstant());
	}

}
