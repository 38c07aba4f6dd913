package org.guantong.notification;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders of a mail's text: {0}, {1}, … where it is kept, {办理事项} where it is read
 * and written by people. A brace that belongs to none is a brace.
 */
final class Placeholders {

	private static final Pattern NUMBERED = Pattern.compile("\\{(\\d{1,2})(?:,[^{}]*)?}");

	private static final Pattern BRACED = Pattern.compile("\\{([^{}\\n]*)}");

	private Placeholders() {
	}

	/** The text with its values, which are never read as placeholders again. */
	static String fill(String text, Object[] values, Locale locale) {
		return NUMBERED.matcher(text).replaceAll((found) -> {
			int number = Integer.parseInt(found.group(1));
			return Matcher.quoteReplacement(number < values.length ? inWords(values[number], locale) : "");
		});
	}

	static String named(String text, List<String> names) {
		return NUMBERED.matcher(text).replaceAll((found) -> {
			int number = Integer.parseInt(found.group(1));
			return Matcher.quoteReplacement(number < names.size() ? "{" + names.get(number) + "}" : found.group());
		});
	}

	static String numbered(String text, List<String> names) {
		return BRACED.matcher(text).replaceAll((found) -> {
			int number = names.indexOf(found.group(1).strip());
			return Matcher.quoteReplacement(number < 0 ? found.group() : "{" + number + "}");
		});
	}

	/** Whatever stands in braces and is no placeholder of that text. */
	static List<String> unknown(String text, List<String> names) {
		return BRACED.matcher(text)
			.results()
			.map((found) -> found.group(1).strip())
			.filter((name) -> !names.contains(name))
			.distinct()
			.toList();
	}

	private static String inWords(Object value, Locale locale) {
		return value instanceof Number number ? NumberFormat.getInstance(locale).format(number) : String.valueOf(value);
	}

}
