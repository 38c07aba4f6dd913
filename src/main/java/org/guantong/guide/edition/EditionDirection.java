package org.guantong.guide.edition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import org.guantong.guide.DirectionContent;

/**
 * What an edition says of one direction.
 *
 * @param number its number among the directions of its field
 * @param intensity direct cost of one project in 万元; null when not given
 */
public record EditionDirection(long directionId, long fieldId, String fieldName, String fieldNameEn, int number,
		String code, String title, List<String> applicationCodes, String text, String category, String categoryName,
		String categoryNameEn, BigDecimal intensity, String expectedApplication) {

	public String field(Locale locale) {
		return isEnglish(locale) ? fieldNameEn : fieldName;
	}

	public String category(Locale locale) {
		return isEnglish(locale) ? categoryNameEn : categoryName;
	}

	/** The codes in one line. */
	public String codes() {
		return String.join("、", applicationCodes);
	}

	/** The part of it a correction may change. */
	public DirectionContent content() {
		return new DirectionContent(title, applicationCodes, text, category, intensity, expectedApplication);
	}

	private static boolean isEnglish(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
