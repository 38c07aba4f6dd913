package org.guantong.midterm;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with mid-term checks. */
@Component("midtermPermissions")
public class MidtermPermissions {

	/** The office opens checks and seasons, and sets what they go by. */
	public boolean mayOpen(Person actor) {
		return actor != null && actor.isOffice();
	}

	/**
	 * Everybody with an account may ask for checks; they get those of projects they may
	 * see.
	 */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

	/** Only the office, and auditors, learn who reviewed. */
	public boolean mayKnowReviewers(Person actor) {
		return actor.readsEverything();
	}

}
