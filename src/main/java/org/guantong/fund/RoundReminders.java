package org.guantong.fund;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.workflow.Deadlines;

/** Reminds those under way as early as the round says now. */
@Component
class RoundReminders {

	private final Deadlines deadlines;

	private final RoundMembership membership;

	RoundReminders(Deadlines deadlines, RoundMembership membership) {
		this.deadlines = deadlines;
		this.membership = membership;
	}

	@EventListener
	void on(RoundChanged changed) {
		if (changed.remindsOtherwise()) {
			deadlines.remindAnew((ref) -> membership.isOf(ref, changed.roundId()));
		}
	}

}
