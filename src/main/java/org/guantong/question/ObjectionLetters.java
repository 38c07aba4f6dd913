package org.guantong.question;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;

/** Tells one side of an objection what the other said. */
@Component
class ObjectionLetters {

	private final Mailbox mailbox;

	private final People people;

	ObjectionLetters(Mailbox mailbox, People people) {
		this.mailbox = mailbox;
		this.people = people;
	}

	void said(ScientificQuestion question, Objection objection, Person by, String text) {
		post("objection-message", question, by.isOffice() ? speakers(objection) : officers(), by.organisationName(),
				text);
	}

	void withdrawn(ScientificQuestion question, Objection objection, Person by) {
		post("objection-withdrawn", question, officers(), objection.coFunderName(), by.name());
	}

	private void post(String key, ScientificQuestion question, List<Person> readers, String who, String what) {
		readers.forEach((person) -> mailbox.post(Notice.of(key, person, "question-" + question.id(),
				"/questions/" + question.id(), question.code() + " " + question.title(), who, what)));
	}

	private List<Person> officers() {
		return people.withRole(Role.OFFICER);
	}

	private List<Person> speakers(Objection objection) {
		return Stream.of(Role.CO_FUNDER_CONTACT, Role.CO_FUNDER_LEADER)
			.flatMap((role) -> people.members(Group.of(role, objection.coFunderId())).stream())
			.distinct()
			.toList();
	}

}
