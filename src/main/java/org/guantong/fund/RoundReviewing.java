package org.guantong.fund;

/**
 * Whether experts have begun to judge by a round's rules. The rounds declare this, the
 * stage with the reviews answers.
 */
public interface RoundReviewing {

	/** Whether anybody has submitted a review of a direction of that round. */
	boolean hasBegun(long roundId);

}
