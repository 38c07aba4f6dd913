package org.guantong.fund;

import java.math.BigDecimal;
import java.math.MathContext;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * What one co-funder and the funder pay into a fund, and for which years (协议).
 *
 * @param funderAmount in 元, 0 or more
 * @param coFunderAmount in 元, above 0
 * @param lastYear not before the first
 */
public record Agreement(@Id Long id, @Version int version, long fundId, long coFunderId, BigDecimal funderAmount,
		BigDecimal coFunderAmount, int firstYear, int lastYear) {

	/**
	 * The matching ratio, funder to co-funder, e.g. {@code 1:3}; a tenth is the finest.
	 */
	public String ratio() {
		if (funderAmount.signum() == 0) {
			return "0:1";
		}
		BigDecimal share = coFunderAmount.divide(funderAmount, MathContext.DECIMAL32);
		BigDecimal tenths = share.setScale(1, java.math.RoundingMode.HALF_UP).stripTrailingZeros();
		return "1:" + tenths.toPlainString();
	}

	public boolean covers(int year) {
		return firstYear <= year && year <= lastYear;
	}

}
