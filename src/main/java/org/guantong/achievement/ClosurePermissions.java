package org.guantong.achievement;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/** Who may do what with closures. */
@Component("closurePermissions")
public class ClosurePermissions {

	private final Projects projects;

	ClosurePermissions(Projects projects) {
		this.projects = projects;
	}

	/** Officers open the closure of a project. */
	public boolean mayOpen(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Everybody signed in may ask; what is not theirs does not exist for them. */
	public boolean mayAsk(Person actor) {
		return actor != null;
	}

	/**
	 * The office, auditors, the PI and their host institution see a project's closure.
	 */
	public boolean maySeeOf(Person actor, long projectId) {
		Project project = projects.require(projectId);
		return actor.readsEverything() || actor.id() == project.piId() || actor.hasIn(Role.HOST, project.hostId());
	}

}
