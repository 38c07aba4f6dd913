package org.guantong.question.process;

import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundChanged;
import org.guantong.fund.RoundMembership;
import org.guantong.fund.TimeLimits;
import org.guantong.shared.Ref;
import org.guantong.workflow.Deadlines;

/** Moves the dates of consultations under way when their round's limits get longer. */
@Component
class QuestionTimes {

	private static final String PROCESS = "question-distillation";

	private final Deadlines deadlines;

	private final RoundMembership membership;

	QuestionTimes(Deadlines deadlines, RoundMembership membership) {
		this.deadlines = deadlines;
		this.membership = membership;
	}

	@EventListener
	void on(RoundChanged changed) {
		Predicate<Ref> ofRound = (ref) -> membership.isOf(ref, changed.roundId());
		deadlines.postpone(PROCESS, Set.of("consult"), ofRound, changed.longer(TimeLimits::consultationDays));
		deadlines.postpone(PROCESS, Set.of("wordQuestion", "decideSilence"), ofRound,
				changed.longer(TimeLimits::reviewDays));
	}

}
