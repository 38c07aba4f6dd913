package org.guantong.document;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may decide what documents look like. */
@Component
public class DocumentPermissions {

	/** Officers and administrators look at templates and replace them. */
	public boolean mayManage(Person actor) {
		return actor != null && actor.isOffice();
	}

}
