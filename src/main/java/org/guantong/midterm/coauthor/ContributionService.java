package org.guantong.midterm.coauthor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.midterm.MidtermDetail;
import org.guantong.midterm.MidtermState;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;

/** The PI asks colleagues of partner units for their part of a report; they write it. */
@Service
@Transactional
public class ContributionService {

	private static final int LONGEST_TEXT = 4000;

	private static final int LONGEST_REQUEST = 500;

	private final Contributions contributions;

	private final MidtermBoard board;

	private final MidtermChecks checks;

	private final Projects projects;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final Clock clock;

	ContributionService(Contributions contributions, MidtermBoard board, MidtermChecks checks, Projects projects,
			People people, Mailbox mailbox, AuditTrail audit, Clock clock) {
		this.contributions = contributions;
		this.board = board;
		this.checks = checks;
		this.projects = projects;
		this.people = people;
		this.mailbox = mailbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What was asked for and written, for those who see the check: co-funders learn it
	 * from the report only.
	 * @throws NotFound for those its project is no concern of
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<Contribution> of(Person actor, long checkId) {
		MidtermDetail detail = board.detail(actor, checkId);
		return isOfTheReport(actor, detail.project()) ? contributions.of(checkId) : List.of();
	}

	/** Whether somebody reads the parts of that project's report before it is one. */
	static boolean isOfTheReport(Person reader, Project project) {
		return reader.readsEverything() || reader.id() == project.piId() || reader.hasIn(Role.HOST, project.hostId());
	}

	/** Whether this person asks for contributions to the check now. */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public boolean asks(Person actor, long checkId) {
		MidtermDetail detail = board.detail(actor, checkId);
		return detail.project().piId() == actor.id() && detail.check().state() == MidtermState.REPORTING;
	}

	/**
	 * Asks a colleague for their part, or for a better one; they get a mail.
	 * @param username of an account of a PI or a host institution, not the PI's own
	 * @param dueOn no later than the report itself
	 * @throws InvalidInput naming every field that cannot be taken
	 * @throws Stale when the report was handed in
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public void ask(Person actor, long checkId, String username, String asked, LocalDate dueOn) {
		MidtermDetail detail = board.detail(actor, checkId);
		if (detail.project().piId() != actor.id()) {
			throw new AccessDeniedException("not " + actor.username() + "'s report");
		}
		if (detail.check().state() != MidtermState.REPORTING) {
			throw new Stale("midterm.coauthor.stale.handedIn");
		}
		Optional<Person> author = people.byUsername(username == null ? "" : username.strip())
			.filter((person) -> person.has(Role.PI) || person.has(Role.HOST))
			.filter((person) -> person.id() != actor.id());
		List<FieldProblem> problems = new ArrayList<>();
		if (author.isEmpty()) {
			problems.add(FieldProblem.of("username", "midterm.coauthor.invalid.username"));
		}
		if (asked == null || asked.isBlank() || asked.strip().length() > LONGEST_REQUEST) {
			problems.add(FieldProblem.of("asked", "midterm.coauthor.invalid.asked"));
		}
		if (dueOn == null || dueOn.isBefore(LocalDate.now(clock))) {
			problems.add(FieldProblem.of("dueOn", "midterm.coauthor.invalid.dueOn"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		contributions.ask(checkId, author.get().id(), asked.strip(), dueOn);
		post("contribution-asked", detail.check(), detail.project(), author.get(), "/contributions", asked.strip(),
				dueOn);
		audit.record(actor, "midterm.contribution-asked", detail.check().ref(), author.get().username());
	}

	/** What this person was asked for, the newest first. */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<Contribution> mine(Person actor) {
		return contributions.by(actor.id());
	}

	/**
	 * One of them.
	 * @throws NotFound unless it is this person's own
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public Contribution own(Person actor, long id) {
		return contributions.find(id)
			.filter((one) -> one.authorId() == actor.id())
			.orElseThrow(() -> new NotFound("contribution", id));
	}

	/**
	 * Keeps what was written; handed in, the PI is told.
	 * @param version the one that was read
	 * @throws InvalidInput when it is too long, or handed in empty
	 * @throws Stale when it was changed in another tab, asked for anew, or the report has
	 * been handed in
	 */
	@PreAuthorize("@midtermPermissions.mayRead(#actor)")
	public void write(Person actor, long id, int version, String text, boolean submit) {
		Contribution found = own(actor, id);
		String said = text == null ? "" : text.strip();
		if (said.length() > LONGEST_TEXT || submit && said.isEmpty()) {
			throw InvalidInput.of("text", "midterm.coauthor.invalid.text");
		}
		if (!found.open()) {
			throw new Stale("midterm.coauthor.stale.handedIn");
		}
		if (!contributions.save(id, version, said, submit)) {
			throw new Stale("midterm.coauthor.stale.changed");
		}
		if (submit) {
			handedIn(actor, found);
		}
	}

	private void handedIn(Person actor, Contribution found) {
		MidtermCheck check = checks.require(found.checkId());
		Project project = projects.require(check.projectId());
		post("contribution-in", check, project, people.require(project.piId()), "/midterm/" + check.id() + "/coauthors",
				actor.name(), actor.organisationName());
		audit.record(actor, "midterm.contribution-in", check.ref(), actor.username());
	}

	private void post(String key, MidtermCheck check, Project project, Person person, String link, Object... said) {
		Object[] arguments = new Object[said.length + 1];
		arguments[0] = check.code() + " " + project.title();
		System.arraycopy(said, 0, arguments, 1, said.length);
		mailbox.post(Notice.of(key, person, "midterm-" + check.id(), link, arguments));
	}

}
