package org.guantong.project.payment;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with payments. */
@Component("paymentPermissions")
public class PaymentPermissions {

	/** The office plans, records, holds and resumes payments. */
	public boolean mayManage(Person actor) {
		return actor != null && actor.isOffice();
	}

	/**
	 * Whoever sees a project may ask for its payments: a co-funder gets its own, all
	 * others all of them.
	 */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

	/** The list over all projects is for the office and auditors, and co-funders. */
	public boolean mayList(Person actor) {
		return actor != null && (actor.readsEverything() || actor.isCoFunder());
	}

	/** Whether this reader learns of nobody's payments but their own organisation's. */
	public boolean seesOwnOnly(Person actor) {
		return !actor.readsEverything() && actor.isCoFunder();
	}

}
