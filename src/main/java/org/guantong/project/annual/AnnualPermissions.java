package org.guantong.project.annual;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with annual reports. */
@Component("annualPermissions")
public class AnnualPermissions {

	/** The office opens a year. */
	public boolean mayOpen(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Why the host sent a report back is between PI, host and the office. */
	public boolean seesReturns(Person actor) {
		return actor.readsEverything() || !actor.isCoFunder();
	}

	/** Everybody may ask for reports; they get those of projects they may see. */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

}
