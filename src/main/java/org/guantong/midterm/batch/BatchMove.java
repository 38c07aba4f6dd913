package org.guantong.midterm.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermRow;
import org.guantong.workflow.InboxItem;

/** How one thing is done to one check of many. */
interface BatchMove {

	BatchAction action();

	/**
	 * Does nothing when the order says all this move needs.
	 * @throws org.guantong.shared.InvalidInput naming what is missing
	 */
	void check(BatchOrder order);

	/** What would become of each, in the same order. */
	List<BatchLine> plan(Person actor, List<Target> targets, BatchOrder order);

	/** Does it to one that was planned, all or nothing. */
	void perform(Person actor, Target target, BatchOrder order, BatchLine planned);

	/** A check with its open tasks. */
	record Target(MidtermRow check, List<InboxItem> tasks) {

		static Target of(MidtermRow check, Map<Long, List<InboxItem>> tasks) {
			return new Target(check, tasks.getOrDefault(check.id(), List.of()));
		}

		Optional<InboxItem> task(String step) {
			return tasks.stream().filter((task) -> task.step().equals(step)).findFirst();
		}

		/** Why this person cannot complete that task; empty when they can. */
		Optional<BatchLine> blocked(Person actor, InboxItem task) {
			if (task.assigneeId() != null) {
				return task.assigneeId() == actor.id() ? Optional.empty()
						: Optional.of(BatchLine.skipped(check, "midterm.batch.held", task.assigneeName()));
			}
			boolean offered = task.groups() != null
					&& List.of(task.groups().split(",")).stream().anyMatch(Group.codesOf(actor)::contains);
			return offered ? Optional.empty() : Optional.of(BatchLine.skipped(check, "midterm.batch.notOffered"));
		}

	}

}
