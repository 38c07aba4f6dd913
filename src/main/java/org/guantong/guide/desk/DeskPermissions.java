package org.guantong.guide.desk;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who has a reviewer's desk. */
@Component("deskPermissions")
public class DeskPermissions {

	/** Experts, each their own; nobody else looks at it, nor in anybody's stead. */
	public boolean mayReview(Person actor) {
		return actor != null && actor.has(Role.EXPERT);
	}

}
