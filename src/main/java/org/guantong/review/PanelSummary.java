package org.guantong.review;

import java.math.BigDecimal;

/**
 * What the reviews of a panel's present turn come to, without names.
 *
 * @param places places of the panel
 * @param needed reviews that make the quorum
 * @param count reviews handed in
 * @param approvals how many recommend APPROVE without changes
 * @param share approvals among the reviews, 0 to 1; 0 when there are none
 * @param mean mean score, 0 to 100; null when there are none
 * @param spread standard deviation of the scores; null when there are none
 */
public record PanelSummary(int places, int needed, int count, int approvals, BigDecimal share, BigDecimal mean,
		BigDecimal spread) {

	public boolean quorumReached() {
		return count >= needed;
	}

}
