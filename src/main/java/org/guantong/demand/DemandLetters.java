package org.guantong.demand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.workflow.Cases;

/** The mails of demand collection. */
@Component
class DemandLetters {

	private final Mailbox mailbox;

	private final People people;

	private final Cases cases;

	DemandLetters(Mailbox mailbox, People people, Cases cases) {
		this.mailbox = mailbox;
		this.people = people;
		this.cases = cases;
	}

	void returned(Person by, Round round, long coFunderId, String reasons) {
		contacts(coFunderId).forEach((person) -> post("returned", person, round, title(round), by.name(), reasons));
	}

	void decided(Round round, long coFunderId, List<Demand> demands) {
		long accepted = count(demands, Demand.State.ACCEPTED);
		long rejected = count(demands, Demand.State.REJECTED);
		StringBuilder refusals = new StringBuilder();
		demands.stream()
			.filter((demand) -> demand.state() == Demand.State.REJECTED)
			.forEach((demand) -> refusals.append(demand.code()).append("：").append(demand.reason()).append(' '));
		Object remarks = refusals.isEmpty() ? message("demand.mail.allAccepted") : refusals.toString().strip();
		both(coFunderId).forEach((person) -> post("decided", person, round, title(round),
				message("demand.mail.result", accepted, rejected), remarks));
	}

	void reminder(Round round, long coFunderId, int drafts) {
		both(coFunderId)
			.forEach((person) -> post("demand-reminder", person, round, title(round), round.demandDeadline(), drafts));
	}

	void late(Round round, long coFunderId) {
		both(coFunderId).forEach((person) -> post("demand-late", person, round, title(round), round.demandDeadline()));
	}

	private void post(String key, Person person, Round round, Object... arguments) {
		long caseId = cases.about("demand-collection", round.subject().ref()).orElseThrow().id();
		mailbox.post(Notice.of(key, person, "case-" + caseId, "/rounds/" + round.id() + "/demands", arguments));
	}

	private List<Person> contacts(long coFunderId) {
		return people.members(Group.of(Role.CO_FUNDER_CONTACT, coFunderId));
	}

	/** Contacts and leaders, each once. */
	private List<Person> both(long coFunderId) {
		Map<Long, Person> all = new LinkedHashMap<>();
		contacts(coFunderId).forEach((person) -> all.put(person.id(), person));
		people.members(Group.of(Role.CO_FUNDER_LEADER, coFunderId)).forEach((person) -> all.put(person.id(), person));
		return new ArrayList<>(all.values());
	}

	private static long count(List<Demand> demands, Demand.State state) {
		return demands.stream().filter((demand) -> demand.state() == state).count();
	}

	private static String title(Round round) {
		return round.code() + " " + round.title();
	}

	private static DefaultMessageSourceResolvable message(String key, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { key }, arguments);
	}

}
