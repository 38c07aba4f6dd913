package org.guantong.guide.batch;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.guide.edition.PublicationPlan.Waiting;
import org.guantong.guide.edition.PublicationService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;

/**
 * Sets when adopted directions appear. Those of a round appear together, as one edition
 * of its guide, so they are scheduled together or not at all.
 */
@Component
class ScheduleMove implements BatchMove {

	private static final String STEP = "schedulePublication";

	private final PublicationService publication;

	private final Clock clock;

	ScheduleMove(PublicationService publication, Clock clock) {
		this.publication = publication;
		this.clock = clock;
	}

	@Override
	public BatchAction action() {
		return BatchAction.SCHEDULE;
	}

	@Override
	public void check(Person actor, BatchOrder order) {
		if (order.publishAt() == null || !order.publishAt().isAfter(LocalDateTime.now(clock))) {
			throw InvalidInput.of("publishAt", "guide.problem.publishAt.batch");
		}
	}

	@Override
	public Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order) {
		return target.blocked(actor, STEP, "guide.batch.notAdopted");
	}

	@Override
	public Sentence effect(Target target, BatchOrder order) {
		return Sentence.of("guide.batch.scheduled", order.publishAt().toString().replace('T', ' '));
	}

	@Override
	public Object together(Target target) {
		return target.direction().roundId();
	}

	@Override
	public void perform(Person actor, List<Target> targets, BatchOrder order) {
		long round = targets.get(0).direction().roundId();
		Set<Long> chosen = targets.stream().map((target) -> target.direction().id()).collect(Collectors.toSet());
		Map<Long, Integer> numbers = new LinkedHashMap<>();
		for (Waiting one : publication.plan(actor, round).waiting()) {
			if (chosen.contains(one.directionId())) {
				numbers.put(one.directionId(), one.number());
			}
		}
		publication.schedule(actor, round, numbers, order.publishAt().atZone(clock.getZone()).toInstant());
	}

}
