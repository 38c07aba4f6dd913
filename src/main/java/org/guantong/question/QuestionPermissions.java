package org.guantong.question;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with scientific questions. */
@Component
public class QuestionPermissions {

	/** Officers distil: they propose, merge, split, and set demands aside. */
	public boolean mayDistil(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Auditors may watch what the office distils. */
	public boolean mayWatch(Person actor) {
		return actor != null && actor.readsEverything();
	}

	/**
	 * The office and auditors read every question, co-funders' people those that come
	 * from a demand of theirs; which ones is asked of each.
	 */
	public boolean mayRead(Person actor) {
		return mayWatch(actor) || (actor != null && actor.isCoFunder());
	}

	/** Co-funders' people answer for their own organisation. */
	public boolean mayAnswer(Person actor) {
		return actor != null && actor.isCoFunder();
	}

	/** The office and the co-funder that objects talk about an objection. */
	public boolean mayDiscuss(Person actor) {
		return mayDistil(actor) || mayAnswer(actor);
	}

}
