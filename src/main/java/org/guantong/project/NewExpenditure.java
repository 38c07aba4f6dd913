package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Spending to be recorded.
 *
 * @param line code of the budget line
 * @param amount in 元, at most two decimals; negative to take back, then with a note
 */
public record NewExpenditure(String line, LocalDate spentOn, BigDecimal amount, String note) {
}
