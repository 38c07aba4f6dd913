package org.guantong.review;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

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

	/** The office reads every expert's file, an expert their own. */
	public boolean mayReadFile(Person actor, long expertId) {
		return mayReadExperts(actor) || isThemselves(actor, expertId);
	}

	/** The office and the expert keep an expert's file. */
	public boolean mayKeepFile(Person actor, long expertId) {
		return mayDescribeExperts(actor) || isThemselves(actor, expertId);
	}

	/** Experts of both kinds sit on panels. */
	public boolean maySit(Person actor) {
		return actor != null && (actor.has(Role.EXPERT) || actor.has(Role.FINANCE_EXPERT));
	}

	/** The office knows reviewers, and each knows themselves. */
	public boolean mayKnowReviewers(Person actor) {
		return mayReadExperts(actor) || maySit(actor);
	}

	private boolean isThemselves(Person actor, long expertId) {
		return maySit(actor) && actor.id() == expertId;
	}

	/** Officers and administrators write down what an expert is good at. */
	public boolean mayDescribeExperts(Person actor) {
		return actor != null && actor.isOffice();
	}

}
