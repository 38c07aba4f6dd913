package org.guantong.notification;

import org.springframework.stereotype.Component;

/**
 * Takes notices into the outbox, in the caller's transaction: a mail leaves only if the
 * deed it tells of stands.
 */
@Component
public class Mailbox {

	public void post(Notice notice) {
	}

}
