package org.guantong.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.workflow.Cases;

/** The mails of distillation. */
@Component
class QuestionLetters {

	private final Mailbox mailbox;

	private final People people;

	private final Cases cases;

	QuestionLetters(Mailbox mailbox, People people, Cases cases) {
		this.mailbox = mailbox;
		this.people = people;
		this.cases = cases;
	}

	void agreed(ScientificQuestion question, List<Long> coFunders) {
		Object remarks = question.reason().isEmpty()
				? message("question.mail.consultations", question.consultationNumber()) : question.reason();
		tell(question, coFunders, "question.mail.agreed", remarks);
	}

	void setAside(ScientificQuestion question, List<Long> coFunders) {
		tell(question, coFunders, "question.mail.setAside", message("question.mail.freed", question.reason()));
	}

	private void tell(ScientificQuestion question, List<Long> coFunders, String decision, Object remarks) {
		long caseId = cases.about("question-distillation", question.subject().ref()).orElseThrow().id();
		recipients(coFunders).forEach((person) -> mailbox.post(Notice.of("decided", person, "case-" + caseId,
				"/questions/" + question.id(), question.code() + " " + question.title(), message(decision), remarks)));
	}

	private List<Person> recipients(List<Long> coFunders) {
		Map<Long, Person> all = new LinkedHashMap<>();
		coFunders.stream()
			.flatMap((one) -> Stream.of(Group.of(Role.CO_FUNDER_CONTACT, one), Group.of(Role.CO_FUNDER_LEADER, one)))
			.flatMap((group) -> people.members(group).stream())
			.forEach((person) -> all.put(person.id(), person));
		return List.copyOf(all.values());
	}

	private static DefaultMessageSourceResolvable message(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

}
