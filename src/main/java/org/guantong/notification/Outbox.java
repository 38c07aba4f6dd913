package org.guantong.notification;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** The table of mails, as those who write and send them see it. */
@Component
class Outbox {

	private static final int LONGEST_ERROR = 500;

	private final JdbcClient jdbc;

	private final MailProperties properties;

	Outbox(JdbcClient jdbc, MailProperties properties) {
		this.jdbc = jdbc;
		this.properties = properties;
	}

	long add(Person recipient, String key, String thread, String link, Letter letter, MailState state, Instant now) {
		return jdbc.sql("""
				insert into mail_outbox (message_id, in_reply_to, thread_root, thread, key, recipient_id, address,
				    language, subject, text_body, html_body, link, created_at, next_attempt_at, state)
				values (:messageId, (select m.message_id from mail_outbox m
				        where m.recipient_id = :recipient and m.thread = :thread and m.digest_id is null
				        order by m.id limit 1),
				    :threadRoot, :thread, :key, :recipient, :address, :language, :subject, :text, :html, :link,
				    :now, :now, :state)
				returning id
				""")
			.param("messageId", messageId(UUID.randomUUID()))
			.param("threadRoot", threadRoot(thread, recipient))
			.param("thread", thread)
			.param("key", key)
			.param("recipient", recipient.id())
			.param("address", recipient.email())
			.param("language", recipient.language())
			.param("subject", letter.subject())
			.param("text", letter.text())
			.param("html", letter.html())
			.param("link", link)
			.param("now", Timestamp.from(now))
			.param("state", state.name())
			.query(Long.class)
			.single();
	}

	/**
	 * Takes the next due mail for this transaction alone; mails others are sending are
	 * passed over.
	 */
	Optional<OutboxMail> takeDue(Instant now) {
		return jdbc.sql(OutboxRows.SELECT + """
				where m.state = 'WAITING' and m.next_attempt_at <= :now
				order by m.next_attempt_at, m.id limit 1
				for update of m skip locked
				""").param("now", Timestamp.from(now)).query(OutboxRows::mail).optional();
	}

	/** The held mails of one person, for this transaction alone. */
	List<OutboxMail> takeHeld(long recipientId) {
		return jdbc.sql(OutboxRows.SELECT + """
				where m.state = 'HELD' and m.recipient_id = :recipient
				order by m.id
				for update of m skip locked
				""").param("recipient", recipientId).query(OutboxRows::mail).list();
	}

	List<Long> recipientsOfHeld() {
		return jdbc.sql("select distinct recipient_id from mail_outbox where state = 'HELD' order by recipient_id")
			.query(Long.class)
			.list();
	}

	void sent(OutboxMail mail, Instant now) {
		jdbc.sql("""
				update mail_outbox set state = 'SENT', sent_at = :now, attempts = attempts + 1, last_error = null
				where id = :id
				""").param("now", Timestamp.from(now)).param("id", mail.id()).update();
	}

	void retryLater(OutboxMail mail, Instant nextAttempt, String error) {
		jdbc.sql("""
				update mail_outbox set next_attempt_at = :next, attempts = attempts + 1, last_error = :error
				where id = :id
				""")
			.param("next", Timestamp.from(nextAttempt))
			.param("error", shortened(error))
			.param("id", mail.id())
			.update();
	}

	void failed(OutboxMail mail, String error) {
		jdbc.sql("""
				update mail_outbox set state = 'FAILED', attempts = attempts + 1, last_error = :error where id = :id
				""").param("error", shortened(error)).param("id", mail.id()).update();
	}

	void bundled(List<OutboxMail> mails, long digestId) {
		jdbc.sql("update mail_outbox set state = 'BUNDLED', digest_id = :digest where id in (:ids)")
			.param("digest", digestId)
			.param("ids", mails.stream().map(OutboxMail::id).toList())
			.update();
	}

	/** Lets the held mails of one person go out each by itself. */
	void release(long recipientId, Instant now) {
		jdbc.sql("""
				update mail_outbox set state = 'WAITING', next_attempt_at = :now
				where state = 'HELD' and recipient_id = :recipient
				""").param("now", Timestamp.from(now)).param("recipient", recipientId).update();
	}

	private String threadRoot(String thread, Person recipient) {
		String name = thread + "/" + recipient.id();
		return messageId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}

	private String messageId(UUID id) {
		return "<" + id + "@" + properties.domain() + ">";
	}

	private static String shortened(String error) {
		return error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
	}

}
