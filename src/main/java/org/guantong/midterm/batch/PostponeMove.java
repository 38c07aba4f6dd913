package org.guantong.midterm.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.ReportDeadlines;
import org.guantong.shared.InvalidInput;

/** Gives reports that are not in another date. */
@Component
class PostponeMove implements BatchMove {

	private static final int LONGEST_REASON = 300;

	private final ReportDeadlines deadlines;

	private final Clock clock;

	PostponeMove(ReportDeadlines deadlines, Clock clock) {
		this.deadlines = deadlines;
		this.clock = clock;
	}

	@Override
	public BatchAction action() {
		return BatchAction.POSTPONE;
	}

	@Override
	public void check(BatchOrder order) {
		if (order.dueOn() == null || order.dueOn().isBefore(LocalDate.now(clock))) {
			throw InvalidInput.of("dueOn", "midterm.invalid.past");
		}
		if (order.remarks().isEmpty() || order.remarks().length() > LONGEST_REASON) {
			throw InvalidInput.of("remarks", "midterm.batch.invalid.reason", LONGEST_REASON);
		}
	}

	@Override
	public List<BatchLine> plan(Person actor, List<Target> targets, BatchOrder order) {
		return targets.stream().map((target) -> plan(target, order)).toList();
	}

	private static BatchLine plan(Target target, BatchOrder order) {
		if (target.check().state() != MidtermState.REPORTING) {
			return BatchLine.skipped(target.check(), "midterm.batch.reported");
		}
		return order.dueOn().isAfter(target.check().dueOn())
				? BatchLine.planned(target.check(), "midterm.batch.postpone", target.check().dueOn().toString(),
						order.dueOn().toString())
				: BatchLine.skipped(target.check(), "midterm.batch.notLater", target.check().dueOn().toString());
	}

	@Override
	public void perform(Person actor, Target target, BatchOrder order, BatchLine planned) {
		deadlines.postpone(actor, target.check().id(), order.dueOn(), order.remarks());
	}

}
