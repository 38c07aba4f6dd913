package org.guantong.guide.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.guantong.guide.drafting.CareService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;

/** Gives directions up, all for the same reason. */
@Component
class WithdrawMove implements BatchMove {

	private final CareService care;

	WithdrawMove(CareService care) {
		this.care = care;
	}

	@Override
	public BatchAction action() {
		return BatchAction.WITHDRAW;
	}

	@Override
	public void check(Person actor, BatchOrder order) {
		if (order.reason() == null || order.reason().isBlank()) {
			throw InvalidInput.of("reason", "guide.problem.reason");
		}
	}

	@Override
	public Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order) {
		return target.direction().state().isWithdrawable() ? Optional.empty()
				: Optional.of(Sentence.of("guide.stale.ended"));
	}

	@Override
	public Sentence effect(Target target, BatchOrder order) {
		return Sentence.of("guide.batch.withdrawn");
	}

	@Override
	public void perform(Person actor, List<Target> targets, BatchOrder order) {
		targets.forEach((target) -> care.withdraw(actor, target.direction().id(), order.reason()));
	}

}
