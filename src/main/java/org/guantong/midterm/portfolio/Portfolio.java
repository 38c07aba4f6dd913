package org.guantong.midterm.portfolio;

import java.math.BigDecimal;
import java.util.List;

/**
 * The projects that match, outliers first, the furthest off at the top.
 *
 * @param page of the table that is shown
 */
public record Portfolio(List<PortfolioRow> all, int page) {

	/** The rows of the table's page. */
	public List<PortfolioRow> items() {
		int from = Math.min(all.size(), page * PortfolioFilter.PAGE_SIZE);
		return all.subList(from, Math.min(all.size(), from + PortfolioFilter.PAGE_SIZE));
	}

	public long outliers() {
		return all.stream().filter(PortfolioRow::isOutlier).count();
	}

	/** In 元. */
	public BigDecimal planned() {
		return all.stream().map(PortfolioRow::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/** In 元. */
	public BigDecimal spent() {
		return all.stream().map(PortfolioRow::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
