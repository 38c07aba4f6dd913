package org.guantong.project;

import org.springframework.stereotype.Component;

import org.guantong.attachment.AttachmentOwner;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Stale;

/**
 * Vouchers and other papers of a project's books: read by whoever sees the project, added
 * by those who keep its books until it is over.
 */
@Component
class ProjectAttachments implements AttachmentOwner {

	private final ProjectSight sight;

	private final ProjectPermissions permissions;

	ProjectAttachments(ProjectSight sight, ProjectPermissions permissions) {
		this.sight = sight;
		this.permissions = permissions;
	}

	@Override
	public Kind kind() {
		return Kind.PROJECT;
	}

	@Override
	public Place place(Person reader, long id) {
		Project project = sight.require(reader, id);
		return new Place(project.subject(), project.hostId(), "/projects/" + id + "/spending");
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		return permissions.keepsBooksOf(actor, sight.require(actor, id));
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		return mayChange(actor, id) && !isOver(sight.require(actor, id));
	}

	@Override
	public void requireOpen(Person actor, long id) {
		if (isOver(sight.require(actor, id))) {
			throw new Stale("project.stale.ended");
		}
	}

	private static boolean isOver(Project project) {
		return project.state().equals("TERMINATED") || project.state().equals("CLOSED");
	}

}
