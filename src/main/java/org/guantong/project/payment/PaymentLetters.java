package org.guantong.project.payment;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;

/** Tells PI and host institution what happens to a project's payments. */
@Component
class PaymentLetters {

	private final People people;

	private final Mailbox mailbox;

	PaymentLetters(People people, Mailbox mailbox) {
		this.people = people;
		this.mailbox = mailbox;
	}

	void held(Project project, String reason) {
		tell("payment-held", project, reason);
	}

	void resumed(Project project, String reason) {
		tell("payment-resumed", project, reason);
	}

	void paid(Project project, Instalment instalment, String on) {
		tell("payment-paid", project, instalment.number(), instalment.payer(), instalment.amount().toPlainString(), on);
	}

	private void tell(String key, Project project, Object... said) {
		Map<Long, Person> recipients = new LinkedHashMap<>();
		Person pi = people.require(project.piId());
		recipients.put(pi.id(), pi);
		people.members(Group.of(Role.HOST, project.hostId())).forEach((one) -> recipients.put(one.id(), one));
		Object[] arguments = new Object[said.length + 1];
		arguments[0] = project.code() + " " + project.title();
		System.arraycopy(said, 0, arguments, 1, said.length);
		recipients.values()
			.forEach((person) -> mailbox.post(Notice.of(key, person, "project-" + project.id(),
					"/projects/" + project.id() + "/payments", arguments)));
	}

}
