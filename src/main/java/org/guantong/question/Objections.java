package org.guantong.question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.identity.Person;
import org.guantong.question.Objection.Message;
import org.guantong.question.Objection.Resolution;

/** The objections and what was said to them. */
@Repository
public class Objections {

	private static final String SELECT = """
			select o.*, c.name as co_funder_name, r.name as resolved_by_name
			from objection o join organisation c on c.id = o.co_funder_id left join account r on r.id = o.resolved_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Objections(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** All objections to a question, the earliest first. */
	public List<Objection> of(long questionId) {
		return jdbc.sql(SELECT + "where o.question_id = ? order by o.id").param(questionId).query(this::read).list();
	}

	public Optional<Objection> find(long id) {
		return jdbc.sql(SELECT + "where o.id = ?").param(id).query(this::read).optional();
	}

	/** How many are open for each question of the round that has any. */
	public Map<Long, Long> openByQuestion(long roundId) {
		Map<Long, Long> open = new HashMap<>();
		jdbc.sql("""
				select o.question_id, count(*) as number from objection o
				join scientific_question q on q.id = o.question_id
				where q.round_id = ? and o.resolution is null group by o.question_id
				""").param(roundId).query((row) -> {
			open.put(row.getLong("question_id"), row.getLong("number"));
		});
		return open;
	}

	List<Objection> openOf(long questionId) {
		return of(questionId).stream().filter(Objection::isOpen).toList();
	}

	/** Opens one, or carries on the one that is open. */
	void raise(ScientificQuestion question, long coFunderId, String reasons, Person by) {
		long id = openOf(question.id()).stream()
			.filter((one) -> one.coFunderId() == coFunderId)
			.map(Objection::id)
			.findFirst()
			.orElseGet(() -> open(question, coFunderId));
		say(id, by, false, reasons);
	}

	void say(long id, Person by, boolean fromOffice, String text) {
		jdbc.sql("""
				insert into objection_message (objection_id, author_id, from_office, text, sent_at)
				values (?, ?, ?, ?, ?)
				""").params(id, by.id(), fromOffice, text, now()).update();
	}

	/** Ends what that co-funder still has open, if anything. */
	void resolve(long questionId, long coFunderId, Resolution how, Person by) {
		jdbc.sql("""
				update objection set resolution = :how, resolved_by = :by, resolved_at = :now
				where question_id = :question and co_funder_id = :coFunder and resolution is null
				""")
			.param("how", how.name())
			.param("by", by == null ? null : by.id(), Types.BIGINT)
			.param("now", now())
			.param("question", questionId)
			.param("coFunder", coFunderId)
			.update();
	}

	private long open(ScientificQuestion question, long coFunderId) {
		return jdbc.sql("""
				insert into objection (question_id, co_funder_id, consultation_number, text_number, opened_at)
				values (?, ?, ?, ?, ?) returning id
				""")
			.params(question.id(), coFunderId, question.consultationNumber(), question.textNumber(), now())
			.query(Long.class)
			.single();
	}

	private Objection read(ResultSet row, int index) throws SQLException {
		String resolution = row.getString("resolution");
		Timestamp resolvedAt = row.getTimestamp("resolved_at");
		long id = row.getLong("id");
		return new Objection(id, row.getLong("question_id"), row.getLong("co_funder_id"),
				row.getString("co_funder_name"), row.getInt("consultation_number"), row.getInt("text_number"),
				row.getTimestamp("opened_at").toInstant(), resolution == null ? null : Resolution.valueOf(resolution),
				row.getString("resolved_by_name"), resolvedAt == null ? null : resolvedAt.toInstant(), messages(id));
	}

	private List<Message> messages(long objection) {
		return jdbc.sql("""
				select a.name, m.from_office, m.text, m.sent_at from objection_message m
				join account a on a.id = m.author_id where m.objection_id = ? order by m.id
				""").param(objection).query((row, index) -> {
			Instant at = row.getTimestamp("sent_at").toInstant();
			return new Message(row.getString("name"), row.getBoolean("from_office"), row.getString("text"), at);
		}).list();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

}
