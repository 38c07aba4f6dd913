package org.guantong.project.books;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was signed for and is not paid yet (合同已签未付).
 *
 * @param amount in 元, above zero
 * @param settled SPENT or RELEASED; null while it is open
 */
public record Commitment(long id, long projectId, String line, String lineName, String lineNameEn, LocalDate signedOn,
		BigDecimal amount, String note, String settled, LocalDate settledOn) {

	public boolean isOpen() {
		return settled == null;
	}

}
