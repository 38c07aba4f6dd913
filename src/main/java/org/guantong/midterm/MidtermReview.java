package org.guantong.midterm;

import java.time.Instant;

/**
 * What one expert was asked and answered.
 *
 * @param side TECHNICAL or FINANCE
 * @param state INVITED, SUBMITTED or RECUSED
 * @param grade A, B, C or D; null unless submitted
 * @param expertName for the office alone
 */
public record MidtermReview(long id, long expertId, String expertName, String expertOrganisation, String side,
		String state, String grade, String reasons, Instant due) {
}
