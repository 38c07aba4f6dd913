package org.guantong.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * One line of a project's budget. Amounts in 元, never negative.
 *
 * @param code the line's code in its scheme, e.g. {@code EQUIPMENT}
 * @param kind DIRECT, TRANSFER (passed on to partners), OTHER (other sources) or INDIRECT
 * @param received what has arrived; never less than what was spent
 * @param spent the sum of the line's expenditures
 * @param committed what was signed for and is not paid yet
 */
public record BudgetLine(long id, String code, String name, String nameEn, String kind, BigDecimal planned,
		BigDecimal received, BigDecimal spent, BigDecimal committed) {

	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
	}

	/** What could still be spent. */
	public BigDecimal balance() {
		return received.subtract(spent);
	}

	/** Share of the plan that was spent, four decimals, above 1 when it was exceeded. */
	public BigDecimal rate() {
		return rate(spent, planned);
	}

	static BigDecimal rate(BigDecimal spent, BigDecimal planned) {
		if (planned.signum() == 0) {
			return spent.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE;
		}
		return spent.divide(planned, 4, RoundingMode.HALF_UP);
	}

}
