package org.guantong.guide.process;

import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundChanged;
import org.guantong.fund.RoundMembership;
import org.guantong.fund.TimeLimits;
import org.guantong.guide.GuideDirections;
import org.guantong.review.MemberState;
import org.guantong.review.Panels;
import org.guantong.review.Purpose;
import org.guantong.shared.Ref;
import org.guantong.workflow.Deadlines;

/** Moves the dates of directions under way when their round's limits get longer. */
@Component
class DirectionTimes {

	private static final String PROCESS = "guide-validation";

	private final Deadlines deadlines;

	private final RoundMembership membership;

	private final GuideDirections directions;

	private final Panels panels;

	DirectionTimes(Deadlines deadlines, RoundMembership membership, GuideDirections directions, Panels panels) {
		this.deadlines = deadlines;
		this.membership = membership;
		this.directions = directions;
		this.panels = panels;
	}

	@EventListener
	void on(RoundChanged changed) {
		postpone(changed, Set.of("draftDirection", "reviseDirection", "answerObjections"),
				changed.longer(TimeLimits::draftDays));
		postpone(changed, Set.of("confirmPanel", "addressQuorum", "confirmRejection", "schedulePublication"),
				changed.longer(TimeLimits::officeDays));
		postpone(changed, Set.of("coFunderSignOff", "adoptDirection"), changed.longer(TimeLimits::consultationDays));
		postponeMembers(changed, MemberState.INVITED, "answerInvitation", changed.longer(TimeLimits::answerDays));
		postponeMembers(changed, MemberState.ACCEPTED, "reviewDirection", changed.longer(TimeLimits::reviewDays));
	}

	private void postpone(RoundChanged changed, Set<String> steps, Duration by) {
		Predicate<Ref> ofRound = (ref) -> membership.isOf(ref, changed.roundId());
		deadlines.postpone(PROCESS, steps, ofRound, by);
	}

	/** A member's date stands on the panel too. */
	private void postponeMembers(RoundChanged changed, MemberState state, String step, Duration by) {
		if (!by.isZero()) {
			directions.findByRoundId(changed.roundId())
				.forEach((direction) -> panels.postpone(direction.subject().ref(), Purpose.TECHNICAL, state, by));
			postpone(changed, Set.of(step), by);
		}
	}

}
