package org.guantong.review;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may know experts. */
@Component("reviewPermissions")
public class ReviewPermissions {

	/**
	 * Only the office reads the directory of experts; reviewers stay unknown to all
	 * others.
	 */
	public boolean mayReadExperts(Person actor) {
		return actor != null && actor.readsEverything();
	}

	/** Officers and administrators write down what an expert is good at. */
	public boolean mayDescribeExperts(Person actor) {
		return actor != null && actor.isOffice();
	}

}
