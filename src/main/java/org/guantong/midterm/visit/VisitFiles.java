package org.guantong.midterm.visit;

import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.attachment.AttachmentOwner;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.project.Project;
import org.guantong.project.ProjectRecord;
import org.guantong.project.Projects;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/**
 * Pictures and signed minutes of a visit: for the office and auditors only, since they
 * may show who reviews; added by the office until the check is over.
 */
@Component
class VisitFiles implements AttachmentOwner, ProjectRecord {

	private final MidtermVisits visits;

	private final MidtermChecks checks;

	private final Projects projects;

	VisitFiles(MidtermVisits visits, MidtermChecks checks, Projects projects) {
		this.visits = visits;
		this.checks = checks;
		this.projects = projects;
	}

	@Override
	public Kind kind() {
		return Kind.SITE_VISIT;
	}

	@Override
	public Place place(Person reader, long id) {
		MidtermCheck check = seen(reader, id);
		Project project = projects.require(check.projectId());
		return new Place(subject(id, check, project), project.hostId(), "/midterm/" + check.id() + "/care");
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		seen(actor, id);
		return actor.isOffice();
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		return !seen(actor, id).state().isEnded() && actor.isOffice();
	}

	@Override
	public void requireOpen(Person actor, long id) {
		if (seen(actor, id).state().isEnded()) {
			throw new Stale("midterm.visit.stale.ended");
		}
	}

	@Override
	public List<Subject> things(long projectId) {
		Project project = projects.require(projectId);
		return checks.findByProjectIdOrderById(projectId)
			.stream()
			.flatMap((check) -> visits.of(check.id()).stream().map((visit) -> subject(visit.id(), check, project)))
			.toList();
	}

	private static Subject subject(long visit, MidtermCheck check, Project project) {
		return new Subject(new Ref(Kind.SITE_VISIT, visit), check.code() + "-V" + visit, project.title());
	}

	private MidtermCheck seen(Person reader, long id) {
		return visits.checkOf(id)
			.filter((check) -> reader.readsEverything())
			.map(checks::require)
			.orElseThrow(() -> NotFound.of(Kind.SITE_VISIT, id));
	}

}
