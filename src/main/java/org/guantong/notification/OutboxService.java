package org.guantong.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** Shows the office what became of the mails. */
@Service
public class OutboxService {

	private static final String MATCHING = """
			where (cast(:state as text) is null or m.state = :state)
			  and (m.subject ilike :pattern or m.address ilike :pattern or a.name ilike :pattern)
			""";

	private final JdbcClient jdbc;

	private final Smtp smtp;

	private final Clock clock;

	OutboxService(JdbcClient jdbc, Smtp smtp, Clock clock) {
		this.jdbc = jdbc;
		this.smtp = smtp;
		this.clock = clock;
	}

	/** Whether a mail server is set; without one mails wait. */
	@PreAuthorize("@notificationPermissions.mayReadOutbox(#actor)")
	public boolean sends(Person actor) {
		return smtp.isSet();
	}

	/** The mails that match, newest first. */
	@PreAuthorize("@notificationPermissions.mayReadOutbox(#actor)")
	@Transactional(readOnly = true)
	public OutboxPage find(Person actor, OutboxFilter filter) {
		List<OutboxMail> mails = matching(
				OutboxRows.SELECT + MATCHING + "order by m.created_at desc, m.id desc limit :size offset :offset",
				filter)
			.param("size", OutboxFilter.PAGE_SIZE)
			.param("offset", (long) filter.page() * OutboxFilter.PAGE_SIZE)
			.query(OutboxRows::mail)
			.list();
		String count = "select count(*) from mail_outbox m join account a on a.id = m.recipient_id " + MATCHING;
		return new OutboxPage(mails, filter.page(), matching(count, filter).query(Long.class).single());
	}

	/**
	 * One mail.
	 * @throws NotFound if there is none of that id
	 */
	@PreAuthorize("@notificationPermissions.mayReadOutbox(#actor)")
	@Transactional(readOnly = true)
	public OutboxMail read(Person actor, long id) {
		return require(id);
	}

	/**
	 * Has a failed mail tried again from the start, at the address its recipient has now,
	 * and keeps who asked for it.
	 * @throws Stale if the mail is not failed (any more)
	 * @throws NotFound if there is none of that id
	 */
	@PreAuthorize("@notificationPermissions.mayRetryMail(#actor)")
	@Transactional
	public void retry(Person actor, long id) {
		require(id);
		int changed = jdbc
			.sql("""
					update mail_outbox set state = 'WAITING', attempts = 0, next_attempt_at = :now,
					    address = (select email from account where id = recipient_id), retried_by = :actor, retried_at = :now
					where id = :id and state = 'FAILED'
					""")
			.param("now", Timestamp.from(clock.instant()))
			.param("actor", actor.id())
			.param("id", id)
			.update();
		if (changed == 0) {
			throw new Stale("notification.mail.not-failed");
		}
	}

	private OutboxMail require(long id) {
		return jdbc.sql(OutboxRows.SELECT + "where m.id = ?")
			.param(id)
			.query(OutboxRows::mail)
			.optional()
			.orElseThrow(() -> new NotFound("mail", id));
	}

	private StatementSpec matching(String sql, OutboxFilter filter) {
		return jdbc.sql(sql)
			.param("state", (filter.state() != null) ? filter.state().name() : null)
			.param("pattern", filter.pattern());
	}

}
