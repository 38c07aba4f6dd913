package org.guantong.shared;

/**
 * The thing has moved on since the sender last saw it: done by someone else, changed in
 * another tab, or sent twice. Answered with 409; the message key says in the reader's
 * language what happened.
 */
public class Stale extends RuntimeException {

	private final String messageKey;

	public Stale(String messageKey) {
		super(messageKey);
		this.messageKey = messageKey;
	}

	public String messageKey() {
		return messageKey;
	}

}
