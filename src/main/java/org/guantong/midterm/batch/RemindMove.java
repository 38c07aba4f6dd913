package org.guantong.midterm.batch;

import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.ManualReminders;

/** Mails those each check waits for; the office does not remind itself. */
@Component
class RemindMove implements BatchMove {

	private static final List<String> OFFICE = List.of("assignExperts", "decide", "recheck");

	private final ManualReminders reminders;

	private final AuditTrail audit;

	RemindMove(ManualReminders reminders, AuditTrail audit) {
		this.reminders = reminders;
		this.audit = audit;
	}

	@Override
	public BatchAction action() {
		return BatchAction.REMIND;
	}

	@Override
	public void check(BatchOrder order) {
		// needs nothing more
	}

	@Override
	public List<BatchLine> plan(Person actor, List<Target> targets, BatchOrder order) {
		return targets.stream().map(this::plan).toList();
	}

	private BatchLine plan(Target target) {
		List<InboxItem> waiting = waiting(target);
		if (waiting.isEmpty()) {
			return BatchLine.skipped(target.check(), "midterm.batch.nobodyToRemind");
		}
		long fresh = waiting.stream().filter((task) -> !reminders.isReminded(task.id())).count();
		return fresh == 0 ? BatchLine.skipped(target.check(), "midterm.batch.remindedToday")
				: BatchLine.planned(target.check(), "midterm.batch.remind", fresh);
	}

	@Override
	public void perform(Person actor, Target target, BatchOrder order, BatchLine planned) {
		long told = waiting(target).stream().filter(reminders::remind).count();
		audit.record(actor, "midterm.reminded", new Ref(Kind.MIDTERM_CHECK, target.check().id()), told + " tasks");
	}

	private static List<InboxItem> waiting(Target target) {
		return target.tasks().stream().filter((task) -> !OFFICE.contains(task.step())).toList();
	}

}
