package org.guantong.workflow.form;

import java.util.Locale;

/**
 * A text of a form in both languages.
 *
 * @param zh the Chinese text, never null, may be empty
 * @param en the English text, or null when the form has none
 */
public record Bilingual(String zh, String en) {

	static final Bilingual NONE = new Bilingual("", null);

	/** The text for a reader of this language; Chinese where English is missing. */
	public String in(Locale locale) {
		return en != null && Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
	}

	boolean isEmpty() {
		return zh.isEmpty();
	}

	boolean lacksEnglish() {
		return en == null && zh.codePoints().anyMatch(Character::isIdeographic);
	}

}
