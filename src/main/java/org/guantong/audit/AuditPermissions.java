package org.guantong.audit;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may read the record; nobody may change it. */
@Component
public class AuditPermissions {

	/** Officers, administrators and auditors read the whole record. */
	public boolean mayReadRecord(Person actor) {
		return actor != null && actor.readsEverything();
	}

}
