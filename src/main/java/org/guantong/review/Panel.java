package org.guantong.review;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import org.guantong.shared.Ref;

/**
 * Those asked about one thing for one purpose.
 *
 * @param size places to be filled, 1 to 15
 * @param quorum share of the places that must have reviewed, in (0, 1]
 * @param turn 1 for the first reviews; one more each time the same panel reviews again
 * @param answerDays days an expert has to answer the invitation
 * @param reviewDays days an expert has to review after accepting
 * @param text what the subject says, as experts are matched to it
 * @param codes application codes of the subject
 * @param excludedOrganisations legal entities whose people must recuse
 * @param shortfall why the last proposal left places open, the name of an
 * {@link org.guantong.matching.AssignmentPlan.Reason}; null when it left none
 */
public record Panel(long id, Ref subject, Purpose purpose, int size, BigDecimal quorum, int turn, int answerDays,
		int reviewDays, String text, List<String> codes, List<Long> excludedOrganisations, String shortfall) {

	/** What the rounding of a share such as 0.667 can amount to over 15 places. */
	private static final BigDecimal ROUNDING = new BigDecimal("0.01");

	/** How many must have reviewed: two of three for a quorum of 0.667. */
	public int needed() {
		return quorum.multiply(BigDecimal.valueOf(size))
			.subtract(ROUNDING)
			.setScale(0, RoundingMode.CEILING)
			.max(BigDecimal.ONE)
			.intValueExact();
	}

}
