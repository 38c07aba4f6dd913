package org.guantong.midterm.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermChecks;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.Tasks;

/**
 * Decides on each as its own task would: as suggested, or one and the same for all. To
 * adjust or end a project needs a look of its own.
 */
@Component
class DecideMove implements BatchMove {

	private static final String STEP = "decide";

	private static final String RECTIFY = "RECTIFY";

	private static final List<String> IN_BULK = List.of("CONTINUE", "CONTINUE_WITH_REMARKS", RECTIFY);

	private final MidtermChecks checks;

	private final Tasks tasks;

	private final Clock clock;

	DecideMove(MidtermChecks checks, Tasks tasks, Clock clock) {
		this.checks = checks;
		this.tasks = tasks;
		this.clock = clock;
	}

	@Override
	public BatchAction action() {
		return BatchAction.DECIDE;
	}

	@Override
	public void check(BatchOrder order) {
		if (order.decision() != null && !IN_BULK.contains(order.decision())) {
			throw InvalidInput.of("decision", "midterm.batch.invalid.decision");
		}
		if (order.rectifyBy() != null && !order.rectifyBy().isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("rectifyBy", "midterm.invalid.past");
		}
	}

	@Override
	public List<BatchLine> plan(Person actor, List<Target> targets, BatchOrder order) {
		return targets.stream().map((target) -> plan(actor, target, order)).toList();
	}

	private BatchLine plan(Person actor, Target target, BatchOrder order) {
		Optional<InboxItem> task = target.task(STEP);
		if (task.isEmpty()) {
			return BatchLine.skipped(target.check(), "midterm.batch.notDeciding");
		}
		String decision = decision(target, order);
		if (!IN_BULK.contains(decision)) {
			return BatchLine.skipped(target.check(), "midterm.batch.lookAtIt", word(decision));
		}
		if (!decision.equals("CONTINUE") && order.remarks().isEmpty()) {
			return BatchLine.skipped(target.check(), "midterm.batch.needsRemarks", word(decision));
		}
		if (decision.equals(RECTIFY) && order.rectifyBy() == null) {
			return BatchLine.skipped(target.check(), "midterm.batch.needsDate", word(decision));
		}
		return target.blocked(actor, task.get())
			.orElseGet(() -> BatchLine.planned(target.check(), "midterm.batch.decide", word(decision)));
	}

	@Override
	public void perform(Person actor, Target target, BatchOrder order, BatchLine planned) {
		String decision = decision(target, order);
		Map<String, Object> form = new LinkedHashMap<>();
		form.put("decision", decision);
		if (!decision.equals("CONTINUE")) {
			form.put("remarks", order.remarks());
		}
		if (decision.equals(RECTIFY)) {
			form.put("rectifyBy", order.rectifyBy().toString());
		}
		tasks.complete(actor, target.task(STEP).orElseThrow().id(), form);
	}

	private String decision(Target target, BatchOrder order) {
		return order.decision() != null ? order.decision() : checks.require(target.check().id()).suggestion();
	}

	private static DefaultMessageSourceResolvable word(String decision) {
		return new DefaultMessageSourceResolvable("midterm.decision." + decision);
	}

}
