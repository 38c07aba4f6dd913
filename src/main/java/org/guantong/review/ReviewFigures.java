package org.guantong.review;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the reviews of one turn of a panel come to and how far they agree; names nobody.
 *
 * @param total of the total scores; null when there are no reviews
 * @param criteria of the points for each criterion, by its code
 */
public record ReviewFigures(Spread total, Map<String, Spread> criteria, int approvals, int revisions, int rejections) {

	/** A standard deviation of so many points of a hundred is worth a discussion. */
	private static final BigDecimal WIDE = BigDecimal.valueOf(15);

	/** So is a distance of so many points between the best and the worst score. */
	private static final BigDecimal FAR = BigDecimal.valueOf(30);

	/**
	 * @param deviation standard deviation of all that were given, not of a sample
	 */
	public record Spread(int count, BigDecimal mean, BigDecimal median, BigDecimal deviation, BigDecimal least,
			BigDecimal most) {
	}

	/** Whether the reviewers are so far apart that somebody should look into it. */
	public boolean isDisputed() {
		return total != null && (approvals > 0 && rejections > 0 || total.deviation().compareTo(WIDE) >= 0
				|| total.most().subtract(total.least()).compareTo(FAR) >= 0);
	}

}
