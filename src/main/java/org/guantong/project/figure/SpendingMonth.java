package org.guantong.project.figure;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What was spent in a month and up to its end, beside what would have been by an even use
 * of the plan. Amounts in 元.
 */
public record SpendingMonth(YearMonth month, BigDecimal spent, BigDecimal total, BigDecimal even) {

}
