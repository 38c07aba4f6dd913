package org.guantong.project.change.process;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.project.Projects;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ProjectChange;

/** The mails of a change beyond those every task brings, and its words. */
@Component
class ChangeLetters {

	private final Projects projects;

	private final ProjectSight sight;

	private final People people;

	private final Mailbox mailbox;

	private final MessageSource messages;

	ChangeLetters(Projects projects, ProjectSight sight, People people, Mailbox mailbox, MessageSource messages) {
		this.projects = projects;
		this.sight = sight;
		this.people = people;
		this.mailbox = mailbox;
		this.messages = messages;
	}

	String kind(ChangeKind kind) {
		return messages.getMessage("change.kind." + kind, null, LocaleContextHolder.getLocale());
	}

	String accepted(boolean accepted) {
		return messages.getMessage("change.accepted." + accepted, null, LocaleContextHolder.getLocale());
	}

	/** Tells the applicant that it came back, and why. */
	void returned(ProjectChange change, Person by, String remarks) {
		post("returned", change, people.require(change.appliedBy()), subject(change),
				by.organisationName() + " " + by.name(), remarks);
	}

	/** Tells applicant, PI and host what was decided. */
	void decided(ProjectChange change, String decision, String remarks) {
		Project project = projects.require(change.projectId());
		Map<Long, Person> told = new LinkedHashMap<>();
		told.put(change.appliedBy(), people.require(change.appliedBy()));
		told.put(project.piId(), people.require(project.piId()));
		if (change.newPiId() != null) {
			told.put(change.newPiId(), people.require(change.newPiId()));
		}
		people.members(Group.of(Role.HOST, project.hostId())).forEach((one) -> told.put(one.id(), one));
		told.values()
			.forEach((person) -> post("decided", change, person, subject(change),
					new DefaultMessageSourceResolvable("change.decision." + decision),
					remarks == null || remarks.isBlank() ? "—" : remarks));
	}

	/** Tells the co-funders concerned what has changed. */
	void tookEffect(ProjectChange change) {
		sight.coFundersOf(projects.require(change.projectId()))
			.forEach((coFunder) -> people.members(Group.of(Role.CO_FUNDER_CONTACT, coFunder))
				.forEach((person) -> post("change-effective", change, person, subject(change),
						new DefaultMessageSourceResolvable("change.kind." + change.kind()), change.was(),
						change.became())));
	}

	private void post(String key, ProjectChange change, Person person, Object... arguments) {
		mailbox.post(Notice.of(key, person, "change-" + change.id(), "/projects/" + change.projectId() + "/changes",
				arguments));
	}

	private static String subject(ProjectChange change) {
		return change.code() + " " + change.projectTitle();
	}

}
