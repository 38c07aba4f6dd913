package org.guantong.guide.meeting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * A meeting of experts on directions of one round (论证会议).
 *
 * @param place room or address of a video meeting, may be empty
 * @param secret whether only the count of votes is written down
 * @param quorum share of those who may vote that must be there, in (0, 1]; null until the
 * meeting opens, then the round's
 * @param passShare share of those there that the votes in favour must exceed, in (0, 1);
 * null until the meeting opens, then the round's
 */
public record Meeting(long id, int version, long roundId, String code, String title, String place, Instant meetsAt,
		boolean secret, State state, BigDecimal quorum, BigDecimal passShare, Instant openedAt, Instant closedAt) {

	/** What rounding a share such as 0.667 can amount to. */
	private static final BigDecimal ROUNDING = new BigDecimal("0.01");

	/** How far a meeting has come. */
	public enum State {

		/** 筹备中 */
		PREPARED,
		/** 进行中 */
		OPEN,
		/** 已结束 */
		CLOSED

	}

	public Ref ref() {
		return new Ref(Kind.MEETING, id);
	}

	/** How many of so many who may vote must be there: two of three for 0.667. */
	public int needed(int seats) {
		return quorum.multiply(BigDecimal.valueOf(seats))
			.subtract(ROUNDING)
			.setScale(0, RoundingMode.CEILING)
			.max(BigDecimal.ONE)
			.intValueExact();
	}

	/** Whether so many votes in favour are enough of so many cast. */
	boolean passes(int votesFor, int cast) {
		return BigDecimal.valueOf(votesFor).compareTo(passShare.multiply(BigDecimal.valueOf(cast))) > 0;
	}

}
