package org.guantong.fund;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who may do what with funds and rounds. */
@Component
public class FundPermissions {

	/** Officers and administrators keep funds, agreements and rounds. */
	public boolean mayManageFunds(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** The office, auditors and the committee read every fund and its rounds. */
	public boolean mayReadFunds(Person actor) {
		return actor != null && (actor.readsEverything() || actor.has(Role.COMMITTEE));
	}

	/**
	 * Co-funders read the rounds of funds they pay into; the office, auditors and the
	 * committee read all. Which ones those are is asked of each round.
	 */
	public boolean mayReadRounds(Person actor) {
		return mayReadFunds(actor) || isOfCoFunder(actor);
	}

	/** Demands are read by the office, auditors and co-funders, not by the committee. */
	public boolean mayReadDemands(Person actor) {
		return actor != null && (actor.readsEverything() || isOfCoFunder(actor));
	}

	static boolean isOfCoFunder(Person actor) {
		return actor != null && actor.isCoFunder();
	}

}
