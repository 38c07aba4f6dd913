package org.guantong.transfer.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.project.Project;
import org.guantong.transfer.Transfer;
import org.guantong.workflow.Cases;

/** The mails of a transfer beyond those about tasks. */
@Component
class TransferNotices {

	private final Mailbox mailbox;

	private final People people;

	private final Cases cases;

	TransferNotices(Mailbox mailbox, People people, Cases cases) {
		this.mailbox = mailbox;
		this.people = people;
		this.cases = cases;
	}

	/** Tells both parties what was decided: key after {@code transfer.news.}. */
	void decided(Transfer transfer, Project project, String news, String remarks) {
		Map<Long, Person> concerned = new LinkedHashMap<>();
		people.members(Group.of(Role.DEMAND_SIDE, transfer.demandSideId()))
			.forEach((one) -> concerned.put(one.id(), one));
		people.members(Group.of(Role.HOST, project.hostId())).forEach((one) -> concerned.put(one.id(), one));
		concerned.put(project.piId(), people.require(project.piId()));
		post("decided", transfer, List.copyOf(concerned.values()), name(transfer),
				new DefaultMessageSourceResolvable("transfer.news." + news), (remarks != null) ? remarks : "");
	}

	/** Tells the officers that nobody has answered a demand side. */
	void unanswered(Transfer transfer, Project project) {
		post("interest-overdue", transfer, people.withRole(Role.OFFICER), name(transfer),
				people.require(project.piId()).name());
	}

	private static String name(Transfer transfer) {
		return transfer.code() + " " + transfer.title();
	}

	private void post(String key, Transfer transfer, List<Person> to, Object... arguments) {
		String thread = "case-" + cases.about("transfer-incubation", transfer.subject().ref()).orElseThrow().id();
		to.forEach((person) -> mailbox.post(Notice.of(key, person, thread, "/transfers/" + transfer.id(), arguments)));
	}

}
