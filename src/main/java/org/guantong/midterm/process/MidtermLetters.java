package org.guantong.midterm.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.workflow.Cases;

/** The mails of a mid-term check beyond those every task brings. */
@Component
class MidtermLetters {

	private final MidtermChecks checks;

	private final Projects projects;

	private final People people;

	private final Cases cases;

	private final Mailbox mailbox;

	MidtermLetters(MidtermChecks checks, Projects projects, People people, Cases cases, Mailbox mailbox) {
		this.checks = checks;
		this.projects = projects;
		this.people = people;
		this.cases = cases;
		this.mailbox = mailbox;
	}

	/** Tells the PI that the host sent something back, and why. */
	void returned(long check, Person by, String reasons) {
		post("returned", check, pi(check), subject(check), by.organisationName() + " " + by.name(), reasons);
	}

	/** Asks the host to see to a report that is late. */
	void overdue(long check) {
		MidtermCheck found = checks.require(check);
		hosts(check).forEach((person) -> post("midterm-report-overdue", check, person, subject(check), pi(check).name(),
				found.dueOn()));
	}

	/** Tells co-funders that a report is still missing after the host was asked. */
	void missing(long check, List<Long> coFunders) {
		MidtermCheck found = checks.require(check);
		coFunders.forEach((coFunder) -> people.members(Group.of(Role.CO_FUNDER_CONTACT, coFunder))
			.forEach((person) -> post("midterm-report-missing", check, person, subject(check), pi(check).name(),
					pi(check).organisationName(), found.dueOn())));
	}

	/**
	 * Tells PI and host what was decided.
	 * @param outcome a code of the list {@code midterm.decision}
	 */
	void decided(long check, String outcome, String remarks) {
		Map<Long, Person> recipients = new LinkedHashMap<>();
		recipients.put(pi(check).id(), pi(check));
		hosts(check).forEach((person) -> recipients.put(person.id(), person));
		recipients.values()
			.forEach((person) -> post("decided", check, person, subject(check),
					new DefaultMessageSourceResolvable("midterm.decision." + outcome), MidtermSheets.orDash(remarks)));
	}

	private void post(String key, long check, Person person, Object... arguments) {
		long caseId = cases.about("midterm-check", checks.require(check).ref()).orElseThrow().id();
		mailbox.post(Notice.of(key, person, "case-" + caseId, "/midterm/" + check, arguments));
	}

	private String subject(long check) {
		return checks.require(check).code() + " " + project(check).title();
	}

	private Person pi(long check) {
		return people.require(project(check).piId());
	}

	private List<Person> hosts(long check) {
		return people.members(Group.of(Role.HOST, project(check).hostId()));
	}

	private Project project(long check) {
		return projects.require(checks.require(check).projectId());
	}

}
