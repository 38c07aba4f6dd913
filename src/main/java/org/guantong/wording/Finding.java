package org.guantong.wording;

import java.util.List;

/**
 * Something in a text that is worth a second look. What is wrong, why it matters and what
 * to do stand in the messages {@code wording.<rule>}, {@code wording.<rule>.why} and
 * {@code wording.<rule>.do}.
 *
 * @param rule short name of the rule, e.g. {@code development}
 * @param part field it was found in; empty when the whole text is meant
 * @param excerpt the place with what stands around it; null when no place is meant
 * @param arguments what the messages' placeholders stand for
 * @param link page to compare with; null when there is none
 */
public record Finding(Criterion criterion, String rule, String part, Excerpt excerpt, List<Object> arguments,
		String link) {

	private static final int AROUND = 14;

	/** The marked place and the words before and after it. */
	public record Excerpt(String before, String marked, String after) {
	}

	/**
	 * Something found at a place of a field, from {@code start} to before {@code end}.
	 */
	public static Finding at(Criterion criterion, String rule, String part, String text, int start, int end) {
		String before = text.substring(Math.max(0, start - AROUND), start);
		String after = text.substring(end, Math.min(text.length(), end + AROUND));
		String marked = text.substring(start, end);
		return new Finding(criterion, rule, part, new Excerpt((start > AROUND ? "…" : "") + before, marked,
				after + (end + AROUND < text.length() ? "…" : "")), List.of(marked), null);
	}

	/** Something about a field, or about the whole text where the field is empty. */
	public static Finding about(Criterion criterion, String rule, String part, Object... arguments) {
		return new Finding(criterion, rule, part, null, List.of(arguments), null);
	}

	/** The same with a page to compare with. */
	public Finding comparedWith(String address) {
		return new Finding(criterion, rule, part, excerpt, arguments, address);
	}

}
