package org.guantong.midterm.coauthor;

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
 * What a co-author adds to their part: read by those who read the part, added by the
 * co-author until the report is handed in.
 */
@Component
class ContributionFiles implements AttachmentOwner, ProjectRecord {

	private final Contributions contributions;

	private final MidtermChecks checks;

	private final Projects projects;

	ContributionFiles(Contributions contributions, MidtermChecks checks, Projects projects) {
		this.contributions = contributions;
		this.checks = checks;
		this.projects = projects;
	}

	@Override
	public Kind kind() {
		return Kind.CONTRIBUTION;
	}

	@Override
	public Place place(Person reader, long id) {
		Contribution one = seen(reader, id);
		MidtermCheck check = checks.require(one.checkId());
		Project project = projects.require(check.projectId());
		return new Place(subject(one, check), project.hostId(),
				one.authorId() == reader.id() ? "/contributions/" + id : "/midterm/" + check.id() + "/coauthors");
	}

	@Override
	public boolean mayChange(Person actor, long id) {
		return seen(actor, id).authorId() == actor.id();
	}

	@Override
	public boolean isOpen(Person actor, long id) {
		Contribution one = seen(actor, id);
		return one.authorId() == actor.id() && one.open();
	}

	@Override
	public void requireOpen(Person actor, long id) {
		if (!seen(actor, id).open()) {
			throw new Stale("midterm.coauthor.stale.handedIn");
		}
	}

	@Override
	public List<Subject> things(long projectId) {
		return checks.findByProjectIdOrderById(projectId)
			.stream()
			.flatMap((check) -> contributions.of(check.id()).stream().map((one) -> subject(one, check)))
			.toList();
	}

	private static Subject subject(Contribution one, MidtermCheck check) {
		return new Subject(new Ref(Kind.CONTRIBUTION, one.id()), check.code() + "-C" + one.id(), one.projectTitle());
	}

	private Contribution seen(Person reader, long id) {
		return contributions.find(id)
			.filter((one) -> one.authorId() == reader.id() || ContributionService.isOfTheReport(reader, projectOf(one)))
			.orElseThrow(() -> NotFound.of(Kind.CONTRIBUTION, id));
	}

	private Project projectOf(Contribution one) {
		return projects.require(checks.require(one.checkId()).projectId());
	}

}
