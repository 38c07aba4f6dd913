package org.guantong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, each mail in a transaction of its own. A mail leaves at least once:
 * should the transaction fail after the server took it, it is sent again with the same
 * Message-ID, by which mail programs drop the second.
 */
@Component
public class MailDispatcher {

	/** After that many attempts a mail is given up until somebody retries it. */
	static final int MOST_ATTEMPTS = 10;

	private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);

	private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

	private static final Duration LONGEST_WAIT = Duration.ofHours(6);

	private final Outbox outbox;

	private final Smtp smtp;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MailDispatcher(Outbox outbox, Smtp smtp, PlatformTransactionManager transactions, Clock clock) {
		this.outbox = outbox;
		this.smtp = smtp;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Sends the mails that are due, until none is left or the server is out of reach.
	 * Does nothing where no server is set.
	 * @return how many were sent
	 */
	public int dispatchDue() {
		int sent = 0;
		Outcome outcome = dispatchNext();
		while (outcome.goesOn) {
			sent += (outcome == Outcome.SENT) ? 1 : 0;
			outcome = dispatchNext();
		}
		return sent;
	}

	private Outcome dispatchNext() {
		if (!smtp.isSet()) {
			return Outcome.NONE_DUE;
		}
		return transaction
			.execute((status) -> outbox.takeDue(clock.instant()).map(this::dispatch).orElse(Outcome.NONE_DUE));
	}

	private Outcome dispatch(OutboxMail mail) {
		try {
			smtp.send(mail);
			outbox.sent(mail, clock.instant());
			return Outcome.SENT;
		}
		catch (MailException ex) {
			return putBack(mail, ex);
		}
	}

	private Outcome putBack(OutboxMail mail, MailException failure) {
		Refusal refusal = Refusal.of(failure);
		String reason = Refusal.reason(failure);
		int attempts = mail.attempts() + 1;
		log.warn("Mail {} was not sent, attempt {}, {}: {}", mail.id(), attempts, refusal, reason);
		if (refusal == Refusal.PERMANENT || attempts >= MOST_ATTEMPTS) {
			outbox.failed(mail, reason);
		}
		else {
			outbox.retryLater(mail, nextAttempt(attempts), reason);
		}
		return (refusal == Refusal.UNREACHABLE) ? Outcome.UNREACHABLE : Outcome.PUT_BACK;
	}

	/** Twice as long after every attempt: 1, 2, 4, … minutes, at most six hours. */
	private Instant nextAttempt(int attempts) {
		Duration wait = FIRST_WAIT.multipliedBy(1L << (attempts - 1));
		return clock.instant().plus((wait.compareTo(LONGEST_WAIT) < 0) ? wait : LONGEST_WAIT);
	}

	private enum Outcome {

		SENT(true), PUT_BACK(true), UNREACHABLE(false), NONE_DUE(false);

		private final boolean goesOn;

		Outcome(boolean goesOn) {
			this.goesOn = goesOn;
		}

	}

}
