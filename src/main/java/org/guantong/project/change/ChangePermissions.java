package org.guantong.project.change;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Project;

/** Who may do what with changes of projects. */
@Component("changePermissions")
public class ChangePermissions {

	/** A PI or a host institution applies. */
	public boolean mayApply(Person actor) {
		return actor != null && (actor.has(Role.PI) || actor.has(Role.HOST));
	}

	/** And each only for their own project. */
	public boolean appliesFor(Person actor, Project project) {
		return actor.has(Role.PI) && actor.id() == project.piId() || actor.hasIn(Role.HOST, project.hostId());
	}

	/**
	 * Whoever sees a project may ask for its changes; a co-funder gets those that took
	 * effect.
	 */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

	/** The office sets what changes go by. */
	public boolean mayManage(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Whether only what took effect is this reader's concern. */
	public boolean seesOutcomesOnly(Person actor) {
		return !actor.readsEverything() && actor.isCoFunder();
	}

}
