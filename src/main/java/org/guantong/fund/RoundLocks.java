package org.guantong.fund;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What may still be changed about a round as it runs. Titles, time limits, wording and
 * mail texts always may.
 */
@Component
public class RoundLocks {

	private final ObjectProvider<RoundReviewing> reviewing;

	RoundLocks(ObjectProvider<RoundReviewing> reviewing) {
		this.reviewing = reviewing;
	}

	/**
	 * What cannot be changed any more.
	 *
	 * @param coFunders each has been asked for its demands
	 * @param fieldsOnlyAdded demands may have been entered in each
	 * @param demands quotas, fields and deadline: the demands stand
	 * @param rules criteria, quorum, pass share and meeting: experts have judged by them
	 */
	public record Locked(boolean coFunders, boolean fieldsOnlyAdded, boolean demands, boolean rules) {
	}

	/** A null round is one that is not there yet. */
	public Locked of(Round round) {
		if (round == null) {
			return new Locked(false, false, false, false);
		}
		boolean opened = round.state() != Round.State.PREPARED;
		return new Locked(opened, opened, round.state() == Round.State.COLLECTED,
				reviewing.orderedStream().anyMatch((one) -> one.hasBegun(round.id())));
	}

}
