package org.guantong.project.books;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A budget line in one year. Amounts in 元.
 *
 * @param planned null where the plan was not made by year
 * @param committed what was signed for in the year and is not paid yet
 */
public record LineYear(long lineId, String code, String name, String nameEn, int year, BigDecimal planned,
		BigDecimal received, BigDecimal committed, BigDecimal spent) {

	public String in(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
	}

}
