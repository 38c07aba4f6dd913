package org.guantong.midterm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One computed figure and the flag the decision table gave it.
 *
 * @param kind PROJECT (all lines together), LINE, MILESTONE, INDICATOR or CHANGE
 * @param planned in 元; null for what is no money
 * @param spent in 元; null for what is no money
 * @param elapsed share of the term that is over, 0 to 1
 * @param daysLate days an unfinished milestone is past its date, else 0
 * @param wanting an indicator that is due and not proven, or a change nobody approved
 * @param flag NONE, OVER_PLAN, BEHIND, AHEAD, MISSED, UNPROVEN or UNAPPROVED
 */
public record MidtermFigure(long id, String kind, int position, String name, String nameEn, BigDecimal planned,
		BigDecimal spent, BigDecimal elapsed, int daysLate, boolean wanting, String flag) {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
	}

	public boolean isMoney() {
		return planned != null;
	}

	public boolean isFlagged() {
		return !flag.equals("NONE");
	}

	/**
	 * Spent of plan in per cent, one decimal; 0 for nothing planned and nothing spent.
	 */
	public BigDecimal ratePercent() {
		if (planned == null || planned.signum() == 0) {
			return spent == null || spent.signum() == 0 ? BigDecimal.ZERO : HUNDRED;
		}
		return spent.multiply(HUNDRED).divide(planned, 1, RoundingMode.HALF_UP);
	}

	/** Time elapsed in per cent, one decimal. */
	public BigDecimal elapsedPercent() {
		return elapsed.multiply(HUNDRED).setScale(1, RoundingMode.HALF_UP);
	}

	/** Percentage points spending lags behind time; negative when it runs ahead. */
	public BigDecimal behindBy() {
		boolean nothingToSpend = planned == null || planned.signum() == 0;
		return nothingToSpend ? BigDecimal.ZERO : elapsedPercent().subtract(ratePercent());
	}

	public boolean isOverPlan() {
		return planned != null && spent.compareTo(planned) > 0;
	}

}
