package org.guantong.demand;

import java.time.Instant;

import org.guantong.fund.Round;

/**
 * How far one co-funder has come with its demands in one round.
 *
 * @param submittedAt when the contact last submitted, or null
 * @param remark what the contact said with it
 * @param returnNote why the leader sent all of it back, empty otherwise
 */
public record DemandCollection(long roundId, long coFunderId, String coFunderName, State state, Instant submittedAt,
		String remark, String returnNote) {

	/** Whose turn it is. */
	public enum State {

		/** 填报中: the contact */
		COLLECTING,
		/** 待审签: the leader */
		SIGNING,
		/** 形式审查中: the officer */
		CHECKING,
		/** 补正中: the contact, with what came back */
		AMENDING,
		/** 已办结 */
		DONE,
		/** 逾期未报: nothing came before the deadline */
		LATE

	}

	/**
	 * Whether demands can be added: the contact's turn to write, also after what was
	 * handed in came back, as long as the deadline is to come.
	 */
	public boolean takesMore(Round round, Instant now) {
		return switch (state) {
			case COLLECTING -> true;
			case AMENDING -> now.isBefore(round.demandDeadline());
			default -> false;
		};
	}

}
