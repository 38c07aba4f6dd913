package org.guantong.demo;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.guantong.identity.Group;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.shared.Ref;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * Completes tasks the way people do: waits until the task is there, looks at what is
 * filled in already, adds the rest.
 */
@ForDemonstration
class Desk {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final long GLANCE_MILLIS = 15;

	private final Tasks tasks;

	private final Inbox inbox;

	private final Cases cases;

	private final People people;

	Desk(Tasks tasks, Inbox inbox, Cases cases, People people) {
		this.tasks = tasks;
		this.inbox = inbox;
		this.cases = cases;
		this.people = people;
	}

	/** The case of that process about that thing. */
	long caseOf(String process, Ref subject) {
		return cases.about(process, subject).orElseThrow().id();
	}

	/** Completes the person's task of that step with exactly these answers. */
	void complete(Person person, long caseId, String step, Map<String, Object> answers) {
		complete(person, await(person, caseId, step), answers);
	}

	/** Completes a task that is there. */
	void complete(Person person, InboxItem task, Map<String, Object> answers) {
		tasks.complete(person, task.id(), answers);
	}

	/** Completes a task, leaving as it is what its form is filled in with already. */
	void add(Person person, InboxItem task, Map<String, Object> answers) {
		Map<String, Object> form = filled(person, task);
		form.putAll(answers);
		tasks.complete(person, task.id(), form);
	}

	/** What the form of a task shows when it is opened. */
	Map<String, Object> filled(Person person, InboxItem task) {
		return new LinkedHashMap<>(tasks.open(person, task.id()).data());
	}

	/** The person's open task of that step, as soon as there is one. */
	InboxItem await(Person person, long caseId, String step) {
		return until(() -> open(caseId, step).stream().filter((task) -> holds(person, task)).toList(), 1, caseId,
				person.username() + "'s " + step)
			.get(0);
	}

	/** The open tasks of a step as soon as there are that many. */
	List<InboxItem> await(long caseId, String step, int count) {
		return until(() -> open(caseId, step), count, caseId, count + " x " + step);
	}

	/** Who a task was given to. */
	Person holder(InboxItem task) {
		return people.require(task.assigneeId());
	}

	/** Waits until the case is over. */
	void awaitEnd(long caseId) {
		until(() -> List.of(cases.require(caseId)).stream().filter((one) -> one.endedAt() != null).toList(), 1, caseId,
				"its end");
	}

	private List<InboxItem> open(long caseId, String step) {
		return inbox.openIn(caseId).stream().filter((task) -> task.step().equals(step)).toList();
	}

	private <T> List<T> until(Supplier<List<T>> look, int count, long caseId, String what) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		List<T> seen = look.get();
		while (seen.size() < count) {
			if (System.nanoTime() > end) {
				Case stuck = cases.require(caseId);
				throw new IllegalStateException("%s about %s never came to %s; open are %s".formatted(stuck.process(),
						stuck.subject().code(), what, inbox.openIn(caseId).stream().map(InboxItem::step).toList()));
			}
			pause();
			seen = look.get();
		}
		return seen;
	}

	private static boolean holds(Person person, InboxItem task) {
		if (task.assigneeId() != null) {
			return task.assigneeId() == person.id();
		}
		return task.groups() != null
				&& Arrays.stream(task.groups().split(",")).anyMatch(Group.codesOf(person)::contains);
	}

	private static void pause() {
		try {
			Thread.sleep(GLANCE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

}
