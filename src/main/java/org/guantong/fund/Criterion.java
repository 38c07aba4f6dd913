package org.guantong.fund;

import java.util.Locale;

/**
 * One thing experts judge a direction by (评审指标).
 *
 * @param id null while it is not kept yet
 * @param code tells it apart within its round, e.g. {@code scientific}; stays when the
 * name changes
 * @param weight 1 to 100; those of a round add up to 100
 * @param description what it asks, may be empty
 */
public record Criterion(Long id, String code, String name, String nameEn, int weight, String description,
		String descriptionEn) {

	public String in(Locale locale) {
		return isEnglish(locale) ? nameEn : name;
	}

	/** What it asks, in that language; the Chinese where there is no English. */
	public String descriptionIn(Locale locale) {
		return isEnglish(locale) && !descriptionEn.isEmpty() ? descriptionEn : description;
	}

	private static boolean isEnglish(Locale locale) {
		return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
	}

}
