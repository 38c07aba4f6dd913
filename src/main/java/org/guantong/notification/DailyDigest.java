package org.guantong.notification;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.People;
import org.guantong.identity.Person;

/** Makes one mail of all that was held for a person. */
@Component
public class DailyDigest {

	private final Outbox outbox;

	private final LetterWriter writer;

	private final People people;

	private final TransactionTemplate transaction;

	private final Clock clock;

	DailyDigest(Outbox outbox, LetterWriter writer, People people, PlatformTransactionManager transactions,
			Clock clock) {
		this.outbox = outbox;
		this.writer = writer;
		this.people = people;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Puts a digest into the outbox for everybody for whom notices are held. */
	public void post() {
		for (long recipient : outbox.recipientsOfHeld()) {
			transaction.executeWithoutResult((status) -> postTo(recipient));
		}
	}

	private void postTo(long recipientId) {
		List<OutboxMail> held = outbox.takeHeld(recipientId);
		if (held.isEmpty()) {
			return;
		}
		Person recipient = people.require(recipientId);
		Letter letter = writer.writeDigest(recipient, held);
		long digest = outbox.add(recipient, "digest", "digest", LetterWriter.INBOX, letter, MailState.WAITING,
				clock.instant());
		outbox.bundled(held, digest);
	}

}
