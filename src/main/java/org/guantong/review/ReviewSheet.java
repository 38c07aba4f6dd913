package org.guantong.review;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a reviewer hands in.
 *
 * @param score total, 0 to 100
 * @param criteria points by criterion, may be empty when there is only a total
 * @param pledged whether the integrity pledge is ticked; without it nothing is taken
 */
public record ReviewSheet(BigDecimal score, Map<String, BigDecimal> criteria, Recommendation recommendation,
		String comment, boolean pledged) {

	/** A sheet whose total is the sum of its criteria. */
	public static ReviewSheet ofCriteria(Map<String, BigDecimal> criteria, Recommendation recommendation,
			String comment, boolean pledged) {
		BigDecimal total = criteria.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		return new ReviewSheet(total, criteria, recommendation, comment, pledged);
	}

}
