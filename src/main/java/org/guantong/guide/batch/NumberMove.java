package org.guantong.guide.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.Numbering;
import org.guantong.guide.drafting.NumberingService;
import org.guantong.identity.Person;

/**
 * Numbers directions 1 to n. A number means something among all of a field only, so the
 * whole field is numbered, those that were not searched for included.
 */
@Component
class NumberMove implements BatchMove {

	private final NumberingService service;

	private final Numbering numbering;

	NumberMove(NumberingService service, Numbering numbering) {
		this.service = service;
		this.numbering = numbering;
	}

	@Override
	public BatchAction action() {
		return BatchAction.NUMBER;
	}

	@Override
	public void check(Person actor, BatchOrder order) {
		// needs nothing more
	}

	@Override
	public Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order) {
		if (!target.direction().state().isLive()) {
			return Optional.of(Sentence.of("guide.stale.notNumbered"));
		}
		return planned(target.direction()).isPresent() ? Optional.empty()
				: Optional.of(Sentence.of("guide.batch.numberStays", target.direction().number()));
	}

	@Override
	public Sentence effect(Target target, BatchOrder order) {
		Integer before = target.direction().number();
		int now = planned(target.direction()).orElse(before == null ? 0 : before);
		return before == null ? Sentence.of("guide.batch.numbered", now)
				: Sentence.of("guide.batch.renumbered", before, now);
	}

	@Override
	public Object together(Target target) {
		return List.of(target.direction().roundId(), target.direction().fieldId());
	}

	@Override
	public void perform(Person actor, List<Target> targets, BatchOrder order) {
		GuideDirection one = targets.get(0).direction();
		service.renumber(actor, one.roundId(), one.fieldId());
	}

	private Optional<Integer> planned(GuideDirection direction) {
		return numbering.planned(direction.roundId(), direction.fieldId())
			.stream()
			.filter((change) -> change.place().id() == direction.id())
			.map(Numbering.Change::now)
			.findFirst();
	}

}
