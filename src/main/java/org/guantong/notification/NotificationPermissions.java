package org.guantong.notification;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with mails. */
@Component("notificationPermissions")
public class NotificationPermissions {

	/**
	 * Officers and administrators may read the outbox: mails tell of every case, also of
	 * who reviews it.
	 */
	public boolean mayReadOutbox(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Those who may read the outbox may also have a failed mail sent again. */
	public boolean mayRetryMail(Person actor) {
		return mayReadOutbox(actor);
	}

	/** Everybody with an account may choose when notices reach them, and no one else. */
	public boolean mayChooseOwnDelivery(Person actor) {
		return actor != null;
	}

}
