package org.guantong.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;

/**
 * Tells those who submitted demands what became of them: one mail each, however many of
 * their demands it is about.
 */
@Component
class OutcomeLetters {

	private final Mailbox mailbox;

	private final People people;

	private final JdbcClient jdbc;

	OutcomeLetters(Mailbox mailbox, People people, JdbcClient jdbc) {
		this.mailbox = mailbox;
		this.people = people;
		this.jdbc = jdbc;
	}

	private record Submitted(long id, String code, String title, long coFunderId, long submittedBy) {

		String name() {
			return code + " " + title;
		}

	}

	void linked(ScientificQuestion question, Collection<Long> demandIds) {
		tell("demand-linked", demandIds, question.code() + " " + question.title());
	}

	void setAside(Collection<Long> demandIds, String reason) {
		tell("demand-aside", demandIds, reason);
	}

	void waiting(Collection<Long> demandIds) {
		tell("demand-waiting", demandIds, "");
	}

	private void tell(String key, Collection<Long> demandIds, String what) {
		Map<Person, List<Submitted>> byReader = new LinkedHashMap<>();
		for (Submitted demand : submitted(demandIds)) {
			readers(demand)
				.forEach((person) -> byReader.computeIfAbsent(person, (one) -> new ArrayList<>()).add(demand));
		}
		byReader.forEach((person, demands) -> mailbox
			.post(Notice.of(key, person, "demand-" + demands.get(0).id(), "/demands/" + demands.get(0).id(),
					demands.stream().map(Submitted::name).collect(Collectors.joining("\n")), what, demands.size())));
	}

	/** Who submitted it; when they have left, the contacts of their co-funder. */
	private List<Person> readers(Submitted demand) {
		List<Person> contacts = people.members(Group.of(Role.CO_FUNDER_CONTACT, demand.coFunderId()));
		List<Person> submitter = contacts.stream().filter((one) -> one.id() == demand.submittedBy()).toList();
		return submitter.isEmpty() ? contacts : submitter;
	}

	private List<Submitted> submitted(Collection<Long> demandIds) {
		return demandIds.isEmpty() ? List.of() : jdbc.sql("""
				select id, code, title, co_funder_id, submitted_by from demand where id in (:ids) order by code
				""").param("ids", demandIds).query(Submitted.class).list();
	}

}
