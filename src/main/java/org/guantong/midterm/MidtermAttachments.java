package org.guantong.midterm;

import org.springframework.stereotype.Component;

import org.guantong.attachment.AttachmentOwner;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.project.Projects;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/**
 * Evidence for a report: read by whoever sees the project, added by its PI while the
 * report or the putting right is being written.
 */
@Component
class MidtermAttachments implements AttachmentOwner {

	private final MidtermChecks checks;

	private final Projects projects;

	private final ProjectSight sight;

	MidtermAttachments(MidtermChecks checks, Projects projects, ProjectSight sight) {
		this.checks = checks;
		this.projects = projects;
		this.sight = sight;
	}

	@Override
	public Kind kind() {
		return Kind.MIDTERM_CHECK;
	}

	@Override
	public Place place(Person reader, long id) {
		MidtermCheck check = seen(reader, id);
		Project project = projects.require(check.projectId());
		return new Place(new Subject(check.ref(), check.code(), project.title()), project.hostId(), "/midterm/" + id);
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		return projects.require(seen(actor, id).projectId()).piId() == actor.id();
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		return mayChange(actor, id) && isWriting(checks.require(id));
	}

	@Override
	public void requireOpen(Person actor, long id) {
		if (!isWriting(checks.require(id))) {
			throw new Stale("midterm.stale.files");
		}
	}

	private static boolean isWriting(MidtermCheck check) {
		return check.state() == MidtermState.REPORTING || check.state() == MidtermState.RECTIFYING;
	}

	private MidtermCheck seen(Person reader, long id) {
		return checks.findById(id)
			.filter((check) -> sight.includes(reader, check.projectId()))
			.orElseThrow(() -> NotFound.of(Kind.MIDTERM_CHECK, id));
	}

}
