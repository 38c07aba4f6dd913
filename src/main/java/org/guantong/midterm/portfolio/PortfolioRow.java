package org.guantong.midterm.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a project stands against time.
 *
 * @param milestones all of them; {@code due} those whose day has come, {@code done} those
 * that were reached
 * @param planned in 元, {@code spent} too
 * @param elapsed share of its term that is over, 0 to 1
 * @param behindLimit percentage points it may lag, as its round sets for mid-term checks
 * @param aheadLimit percentage points it may run ahead
 */
public record PortfolioRow(long id, String code, String title, String pi, String host, String fund, String state,
		int milestones, int due, int done, BigDecimal planned, BigDecimal spent, BigDecimal elapsed, int behindLimit,
		int aheadLimit) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	/** Share of its milestones that were reached, in per cent with one decimal. */
	public BigDecimal progress() {
		return percent(BigDecimal.valueOf(done), BigDecimal.valueOf(milestones));
	}

	/** Share of its milestones whose day has come, in per cent with one decimal. */
	public BigDecimal expected() {
		return percent(BigDecimal.valueOf(due), BigDecimal.valueOf(milestones));
	}

	/** Share of the plan that was spent (执行率), in per cent with one decimal. */
	public BigDecimal rate() {
		return percent(spent, planned);
	}

	public BigDecimal elapsedPercent() {
		return elapsed.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
	}

	/** Percentage points its milestones are ahead of their days; negative behind. */
	public BigDecimal progressGap() {
		return progress().subtract(expected());
	}

	/** Percentage points its spending is ahead of time; negative behind. */
	public BigDecimal spendingGap() {
		return rate().subtract(elapsedPercent());
	}

	/**
	 * Whether it should be looked at: spending or milestones lag by more than the round
	 * allows, or spending runs ahead by more.
	 */
	public boolean isOutlier() {
		return !why().equals("none");
	}

	/** What makes it an outlier: behind, slow, fast, or none; milestones come first. */
	public String why() {
		BigDecimal behind = BigDecimal.valueOf(behindLimit);
		if (progressGap().negate().compareTo(behind) > 0) {
			return "behind";
		}
		if (spendingGap().negate().compareTo(behind) > 0) {
			return "slow";
		}
		return spendingGap().compareTo(BigDecimal.valueOf(aheadLimit)) > 0 ? "fast" : "none";
	}

	/** How far off it is, the larger of both gaps. */
	BigDecimal distance() {
		return progressGap().abs().max(spendingGap().abs());
	}

	private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
		return whole.signum() == 0 ? BigDecimal.ZERO.setScale(1)
				: part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
	}

}
