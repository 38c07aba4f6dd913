package org.guantong.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Puts moments into the words of a language; leaves everything else as it is. */
final class LetterArguments {

	/** The one time zone of the joint funds. */
	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private LetterArguments() {
	}

	/**
	 * Never empty, so that a text without placeholders is read by the same rules
	 * (apostrophes doubled) as one with them.
	 */
	static Object[] of(List<Object> arguments, Locale locale) {
		return arguments.isEmpty() ? new Object[] { "" }
				: arguments.stream().map((argument) -> inWords(argument, locale)).toArray();
	}

	private static Object inWords(Object argument, Locale locale) {
		if (argument instanceof Instant instant) {
			return inWords(instant.atZone(ZONE).toLocalDateTime(), locale);
		}
		if (argument instanceof LocalDateTime moment) {
			return moment.format(pattern(locale, "yyyy年M月d日 HH:mm", "d MMMM yyyy, HH:mm"));
		}
		if (argument instanceof LocalDate day) {
			return day.format(pattern(locale, "yyyy年M月d日", "d MMMM yyyy"));
		}
		return argument;
	}

	private static DateTimeFormatter pattern(Locale locale, String chinese, String english) {
		boolean inChinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
		return DateTimeFormatter.ofPattern(inChinese ? chinese : english, locale);
	}

}
