package org.guantong.fund;

import java.math.BigDecimal;

/**
 * How a round's directions are validated.
 *
 * @param expertsPerDirection experts asked about one direction, 1 to 15
 * @param quorum share of the panel, or of the members of a meeting, that must have taken
 * part, in (0, 1]
 * @param passShare share of approvals that must be exceeded, in (0, 1)
 * @param recusalYears how far back a shared grant or paper makes an expert recuse, 0 to
 * 20
 * @param meetingRequired whether a meeting votes after the review by correspondence
 * @param aggregateShown whether experts see the sum of the reviews, without names, once
 * they have submitted theirs
 */
public record PanelRules(int expertsPerDirection, BigDecimal quorum, BigDecimal passShare, int recusalYears,
		boolean meetingRequired, boolean aggregateShown) {

	/** Three by correspondence, two thirds of whom answer, more than half in favour. */
	public static final PanelRules STANDARD = new PanelRules(3, new BigDecimal("0.667"), new BigDecimal("0.5"), 5,
			false, false);

}
