package org.guantong.guide.batch;

import java.util.List;
import java.util.Optional;

import org.guantong.guide.GuideDirection;
import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.workflow.InboxItem;

/** How one thing is done to one direction of many. */
interface BatchMove {

	BatchAction action();

	/**
	 * Does nothing when the order says all this move needs.
	 * @throws org.guantong.shared.InvalidInput naming what is missing
	 */
	void check(Person actor, BatchOrder order);

	/** Why it cannot be done to this one; empty when it can. */
	Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order);

	/** What it will change about this one. */
	Sentence effect(Target target, BatchOrder order);

	/**
	 * What must be done together with this one, or not at all: those with the same
	 * answer. Each for itself unless said otherwise.
	 */
	default Object together(Target target) {
		return target.direction().id();
	}

	/** Does it to those that belong together, in a transaction of its own. */
	void perform(Person actor, List<Target> targets, BatchOrder order);

	/**
	 * A direction with its open tasks.
	 */
	record Target(GuideDirection direction, List<InboxItem> tasks) {

		Optional<InboxItem> task(String step) {
			return tasks.stream().filter((task) -> task.step().equals(step)).findFirst();
		}

		/**
		 * Why this person cannot complete the task of that step; empty when they can.
		 */
		Optional<Sentence> blocked(Person actor, String step, String otherwise) {
			Optional<InboxItem> task = task(step);
			if (task.isEmpty()) {
				return Optional.of(Sentence.of(otherwise));
			}
			Long holder = task.get().assigneeId();
			if (holder != null) {
				return holder == actor.id() ? Optional.empty()
						: Optional.of(Sentence.of("guide.batch.held", task.get().assigneeName()));
			}
			return isOffered(task.get(), actor) ? Optional.empty() : Optional.of(Sentence.of("guide.batch.notOffered"));
		}

		private static boolean isOffered(InboxItem task, Person actor) {
			return task.groups() != null
					&& List.of(task.groups().split(",")).stream().anyMatch(Group.codesOf(actor)::contains);
		}

	}

}
