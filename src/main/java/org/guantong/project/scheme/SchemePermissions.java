package org.guantong.project.scheme;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with the versions of budget lines. */
@Component("schemePermissions")
public class SchemePermissions {

	/** The office keeps them. */
	public boolean mayKeep(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** The office and auditors read them. */
	public boolean mayRead(Person actor) {
		return actor != null && actor.readsEverything();
	}

}
