package org.guantong.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.identity.Person;

/** The wordings of the questions. */
@Repository
public class QuestionTexts {

	private static final String SELECT = """
			select t.*, a.name as worded_by_name from question_text t left join account a on a.id = t.worded_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	QuestionTexts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All wordings of a question, the first one first. */
	public List<QuestionText> of(long questionId) {
		return jdbc.sql(SELECT + "where t.question_id = ? order by t.number")
			.param(questionId)
			.query(QuestionTexts::read)
			.list();
	}

	/** One wording; empty for a number that was not kept. */
	public Optional<QuestionText> find(long questionId, int number) {
		return jdbc.sql(SELECT + "where t.question_id = ? and t.number = ?")
			.params(questionId, number)
			.query(QuestionTexts::read)
			.optional();
	}

	/** Keeps the wording that the question has now. */
	void keep(ScientificQuestion question, Person by) {
		jdbc.sql("""
				insert into question_text (question_id, number, title, statement, worded_by, worded_at)
				values (?, ?, ?, ?, ?, ?)
				""")
			.params(question.id(), question.textNumber(), question.title(), question.statement(), by.id(),
					Timestamp.from(clock.instant()))
			.update();
	}

	private static QuestionText read(ResultSet row, int index) throws SQLException {
		return new QuestionText(row.getInt("number"), row.getString("title"), row.getString("statement"),
				row.getString("worded_by_name"), row.getTimestamp("worded_at").toInstant());
	}

}
