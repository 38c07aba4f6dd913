package org.guantong.project;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who may do what with projects. */
@Component("projectPermissions")
public class ProjectPermissions {

	/** The office enters and imports projects. */
	public boolean mayEnter(Person actor) {
		return actor != null && actor.isOffice();
	}

	/**
	 * Everybody with an account may ask for projects; they get those of
	 * {@link ProjectSight}.
	 */
	public boolean mayRead(Person actor) {
		return actor != null;
	}

	/** Only a PI or a host institution keeps a project's books. */
	public boolean mayKeepBooks(Person actor) {
		return actor != null && (actor.has(Role.PI) || actor.has(Role.HOST));
	}

	/** And each only those of their own project. */
	public boolean keepsBooksOf(Person actor, Project project) {
		return actor.has(Role.PI) && actor.id() == project.piId() || actor.hasIn(Role.HOST, project.hostId());
	}

	/** Money that arrived is entered by the host institution or the office. */
	public boolean mayEnterReceipt(Person actor) {
		return actor != null && (actor.has(Role.HOST) || actor.isOffice());
	}

	/** And a host institution enters it for its own projects only. */
	public boolean entersReceiptsOf(Person actor, Project project) {
		return actor.isOffice() || actor.hasIn(Role.HOST, project.hostId());
	}

}
