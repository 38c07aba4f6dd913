package org.guantong.fund;

import java.time.Duration;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.guantong.shared.Ref;
import org.guantong.workflow.ReminderLead;

/** Everybody is reminded as many days before as the round says. */
@Component
class RoundLead implements ReminderLead {

	private final RoundMembership membership;

	private final Rounds rounds;

	RoundLead(RoundMembership membership, Rounds rounds) {
		this.membership = membership;
		this.rounds = rounds;
	}

	@Override
	public Optional<Duration> of(Ref subject) {
		return membership.of(subject).flatMap(rounds::findById).map((round) -> Duration.ofDays(round.reminderDays()));
	}

}
