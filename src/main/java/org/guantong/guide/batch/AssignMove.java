package org.guantong.guide.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.DirectionOfficers;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;

/** Gives directions to an officer. */
@Component
class AssignMove implements BatchMove {

	private final CareService care;

	private final DirectionOfficers officers;

	private final People people;

	AssignMove(CareService care, DirectionOfficers officers, People people) {
		this.care = care;
		this.officers = officers;
		this.people = people;
	}

	@Override
	public BatchAction action() {
		return BatchAction.ASSIGN;
	}

	@Override
	public void check(Person actor, BatchOrder order) {
		if (order.officer() == null
				|| care.candidates(actor).stream().noneMatch((person) -> person.id() == order.officer())) {
			throw InvalidInput.of("officer", "guide.problem.officer");
		}
	}

	@Override
	public Optional<Sentence> obstacle(Person actor, Target target, BatchOrder order) {
		if (!target.direction().state().isWithdrawable()) {
			return Optional.of(Sentence.of("guide.stale.ended"));
		}
		return officers.of(target.direction().id())
			.filter((officer) -> officer.id() == order.officer())
			.map((officer) -> Sentence.of("guide.batch.theirs", officer.name()));
	}

	@Override
	public Sentence effect(Target target, BatchOrder order) {
		String now = people.require(order.officer()).name();
		return officers.of(target.direction().id())
			.map((before) -> Sentence.of("guide.batch.handed", before.name(), now))
			.orElse(Sentence.of("guide.batch.assigned", now));
	}

	@Override
	public void perform(Person actor, List<Target> targets, BatchOrder order) {
		targets.forEach((target) -> care.assign(actor, target.direction().id(), order.officer()));
	}

}
