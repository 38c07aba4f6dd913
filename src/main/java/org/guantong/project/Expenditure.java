package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One entry of spending.
 *
 * @param amount in 元; negative where it takes an earlier entry back
 * @param recordedBy who entered it; null when it came with a report
 * @param vouchers how many files show it
 */
public record Expenditure(long id, String lineName, String lineNameEn, LocalDate spentOn, BigDecimal amount,
		String note, String recordedBy, int vouchers) {
}
