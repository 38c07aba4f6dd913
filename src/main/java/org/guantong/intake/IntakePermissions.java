package org.guantong.intake;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;

/** Who may enter what in bulk. */
@Component
public class IntakePermissions {

	private final BulkEntries entries;

	IntakePermissions(BulkEntries entries) {
		this.entries = entries;
	}

	/** Those who may enter one by one; the stage says who they are. */
	public boolean mayEnter(Person actor, Kind kind, long scope) {
		return actor != null && entries.require(kind).mayEnter(actor, scope);
	}

	/** Everybody reads their own jobs; whose it is is asked of each. */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

}
