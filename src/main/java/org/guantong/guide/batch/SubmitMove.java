package org.guantong.guide.batch;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.Tasks;

/** Hands finished drafts on for validation. */
@Component
class SubmitMove implements BatchMove {

	private static final String STEP = "draftDirection";

	private static final List<String> CRITERIA = List.of("scientific", "normative", "inclusive", "guiding", "safe");

	private final Tasks tasks;

	SubmitMove(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public BatchAction action() {
		return BatchAction.SUBMIT;
	}

	@Override
	public void check(Person actor, BatchOrder order) {
		if (!order.selfChecked()) {
			throw InvalidInput.of("selfChecked", "guide.problem.selfChecked");
		}
	}

	@Override
	public Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order) {
		Optional<Sentence> blocked = target.blocked(actor, STEP, "guide.batch.noDraft");
		return blocked.isPresent() ? blocked
				: target.direction()
					.content()
					.gaps()
					.stream()
					.findFirst()
					.map((gap) -> new Sentence(gap.messageKey(), gap.arguments()));
	}

	@Override
	public Sentence effect(Target target, BatchOrder order) {
		return Sentence.of("guide.batch.submitted");
	}

	@Override
	public void perform(Person actor, List<Target> targets, BatchOrder order) {
		targets.forEach(
				(target) -> tasks.complete(actor, target.task(STEP).orElseThrow().id(), Map.of("selfCheck", CRITERIA)));
	}

}
