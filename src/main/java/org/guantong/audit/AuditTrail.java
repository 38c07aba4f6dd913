package org.guantong.audit;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/** Where everything that was done is written down, in the transaction that did it. */
@Component
public class AuditTrail {

	/**
	 * Records one act.
	 * @param actor who did it; null when the system itself did, e.g. on a timer
	 * @param action what was done, {@code noun.verb} in English, e.g.
	 * {@code demand.submitted}
	 * @param subject what it was done to
	 * @param detail what a reader needs to understand it, one line; no secrets
	 */
	public void record(Person actor, String action, Ref subject, String detail) {
	}

}
