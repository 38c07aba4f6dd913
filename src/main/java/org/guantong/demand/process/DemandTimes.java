package org.guantong.demand.process;

import java.util.Set;
import java.util.function.Predicate;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundChanged;
import org.guantong.fund.TimeLimits;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.Deadlines;

/** Moves the dates of a collection under way when its round's settings change. */
@Component
class DemandTimes {

	private static final String PROCESS = "demand-collection";

	private final Deadlines deadlines;

	DemandTimes(Deadlines deadlines) {
		this.deadlines = deadlines;
	}

	@EventListener
	void on(RoundChanged changed) {
		Ref round = new Ref(Kind.ROUND, changed.roundId());
		Predicate<Ref> ofRound = round::equals;
		deadlines.postpone(PROCESS, Set.of("submitDemands"), ofRound, changed.deadlineMoved());
		deadlines.postpone(PROCESS, Set.of("signOff", "amendDemands"), ofRound, changed.longer(TimeLimits::amendDays));
		deadlines.postpone(PROCESS, Set.of("checkForm", "confirmCollection"), ofRound,
				changed.longer(TimeLimits::reviewDays));
		if (changed.remindsOtherwise() || !changed.deadlineMoved().isZero()) {
			deadlines.retime(PROCESS, round, "deadlineNears");
		}
	}

}
