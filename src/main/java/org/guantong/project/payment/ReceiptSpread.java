package org.guantong.project.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.guantong.project.BudgetLine;

/**
 * Spreads money that arrived over the lines of a budget, in proportion to what each still
 * lacks. Other sources are none of it: others pay those.
 */
final class ReceiptSpread {

	private ReceiptSpread() {
	}

	/**
	 * @param amount in 元, above zero
	 * @return what each line gets, adding up to the amount to the cent; empty when the
	 * lines together lack less than that
	 */
	static Optional<Map<BudgetLine, BigDecimal>> of(BigDecimal amount, List<BudgetLine> lines) {
		List<BudgetLine> open = lines.stream()
			.filter((line) -> !line.kind().equals("OTHER") && lacking(line).signum() > 0)
			.toList();
		BigDecimal lacking = open.stream().map(ReceiptSpread::lacking).reduce(BigDecimal.ZERO, BigDecimal::add);
		if (lacking.compareTo(amount) < 0) {
			return Optional.empty();
		}
		Map<BudgetLine, BigDecimal> spread = new LinkedHashMap<>();
		BigDecimal restAmount = amount;
		BigDecimal restLacking = lacking;
		for (BudgetLine line : open) {
			// Each takes its part of what is left, so that the last takes the rest
			// exactly.
			BigDecimal part = restAmount.multiply(lacking(line)).divide(restLacking, 2, RoundingMode.HALF_UP);
			spread.put(line, part);
			restAmount = restAmount.subtract(part);
			restLacking = restLacking.subtract(lacking(line));
		}
		spread.values().removeIf((part) -> part.signum() == 0);
		return Optional.of(spread);
	}

	private static BigDecimal lacking(BudgetLine line) {
		return line.planned().subtract(line.received());
	}

}
