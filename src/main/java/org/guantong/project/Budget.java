package org.guantong.project;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** A project's budget, line by line in the order of its scheme. Amounts in 元. */
public record Budget(List<BudgetLine> lines) {

	public BigDecimal planned() {
		return sum(BudgetLine::planned);
	}

	public BigDecimal received() {
		return sum(BudgetLine::received);
	}

	public BigDecimal spent() {
		return sum(BudgetLine::spent);
	}

	public BigDecimal committed() {
		return sum(BudgetLine::committed);
	}

	/** Share of the whole plan that was spent, four decimals. */
	public BigDecimal rate() {
		return BudgetLine.rate(spent(), planned());
	}

	private BigDecimal sum(Function<BudgetLine, BigDecimal> amount) {
		return lines.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
