package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A project in a list.
 *
 * @param planned whole budget in 元
 * @param spent what was spent of it in 元
 */
public record ProjectRow(long id, String code, String title, String category, String pi, String host,
		LocalDate startsOn, LocalDate endsOn, BigDecimal planned, BigDecimal spent, String state) {

	/** Share of the budget that was spent, four decimals. */
	public BigDecimal rate() {
		return BudgetLine.rate(spent, planned);
	}

}
