package org.guantong.workflow.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;

/** Tells people by mail that something waits for them, comes due, or is late. */
@Component
public class TaskNotices {

	private final ObjectProvider<Inbox> inbox;

	private final People people;

	private final Mailbox mailbox;

	private final TaskTitles titles;

	TaskNotices(ObjectProvider<Inbox> inbox, People people, Mailbox mailbox, TaskTitles titles) {
		this.inbox = inbox;
		this.people = people;
		this.mailbox = mailbox;
		this.titles = titles;
	}

	/** Tells everybody in the groups that a task is open to them. */
	public void offered(String taskId, Collection<String> groups) {
		InboxItem item = inbox.getObject().byId(taskId).orElseThrow();
		membersOf(groups).forEach((person) -> post("assigned", item, person));
	}

	public void assigned(String taskId, long person) {
		post("assigned", inbox.getObject().byId(taskId).orElseThrow(), people.require(person));
	}

	/**
	 * Reminds whoever the task waits for, by the key {@code due-soon} or {@code overdue}.
	 */
	public void remind(String key, InboxItem item) {
		if (item.assigneeId() != null) {
			post(key, item, people.require(item.assigneeId()));
		}
		else if (item.groups() != null) {
			membersOf(List.of(item.groups().split(","))).forEach((person) -> post(key, item, person));
		}
	}

	/** Tells whoever the task waits for that it has another date than this one. */
	public void moved(InboxItem item, Instant before) {
		Collection<Person> holders = item.assigneeId() != null ? List.of(people.require(item.assigneeId()))
				: membersOf(item.groups() == null ? List.of() : List.of(item.groups().split(",")));
		holders.forEach((person) -> mailbox.post(Notice.of("deadline-moved", person, "case-" + item.caseId(),
				"/tasks/" + item.id(), titles.title(item, person.locale()),
				item.subject().code() + " " + item.subject().title(), before, item.due())));
	}

	private Collection<Person> membersOf(Collection<String> groups) {
		Map<Long, Person> members = new LinkedHashMap<>();
		groups.forEach(
				(group) -> people.members(Group.parse(group)).forEach((person) -> members.put(person.id(), person)));
		return members.values();
	}

	private void post(String key, InboxItem item, Person person) {
		mailbox.post(Notice.of(key, person, "case-" + item.caseId(), "/tasks/" + item.id(),
				titles.title(item, person.locale()), item.subject().code() + " " + item.subject().title(),
				item.due() == null ? Notice.NO_DEADLINE : item.due()));
	}

}
