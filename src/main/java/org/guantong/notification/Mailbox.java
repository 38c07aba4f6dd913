package org.guantong.notification;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes notices into the outbox, in the caller's transaction: a mail leaves only if the
 * deed it tells of stands.
 */
@Component
public class Mailbox {

	private final LetterWriter writer;

	private final Outbox outbox;

	private final Preferences preferences;

	private final MailProperties properties;

	private final Clock clock;

	Mailbox(LetterWriter writer, Outbox outbox, Preferences preferences, MailProperties properties, Clock clock) {
		this.writer = writer;
		this.outbox = outbox;
		this.preferences = preferences;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Writes the mail in the recipient's language and stores it. It is sent at once, or
	 * kept for the daily digest of those who asked for one.
	 * @throws org.springframework.transaction.IllegalTransactionStateException outside of
	 * a transaction
	 * @throws org.springframework.context.NoSuchMessageException if the key has no
	 * subject or body in the message files
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void post(Notice notice) {
		Instant now = clock.instant();
		outbox.add(notice.recipient(), notice.key(), notice.thread(), notice.link(), writer.write(notice),
				stateFor(notice), now);
	}

	private MailState stateFor(Notice notice) {
		boolean waits = preferences.of(notice.recipient().id()) == Delivery.DAILY && !properties.isUrgent(notice.key());
		return waits ? MailState.HELD : MailState.WAITING;
	}

}
