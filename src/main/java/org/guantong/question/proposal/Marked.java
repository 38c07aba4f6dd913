package org.guantong.question.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A text with the terms it shares with others marked. */
public record Marked(List<Part> parts) {

	/** A stretch of the text, marked or not. */
	public record Part(String text, boolean marked) {
	}

	/**
	 * Marks every occurrence of the terms, longer ones first, whatever their case.
	 * @param text null counts as empty
	 */
	public static Marked of(String text, Collection<String> terms) {
		String whole = text == null ? "" : text;
		boolean[] marked = new boolean[whole.length()];
		String lower = whole.toLowerCase(Locale.ROOT);
		// a few letters change their length with their case; then nothing is marked
		if (lower.length() == whole.length()) {
			terms.stream()
				.filter((term) -> !term.isBlank())
				.sorted(Comparator.comparingInt(String::length).reversed())
				.forEach((term) -> mark(marked, lower, term.toLowerCase(Locale.ROOT)));
		}
		return new Marked(parts(whole, marked));
	}

	private static void mark(boolean[] marked, String text, String term) {
		for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length())) {
			for (int i = at; i < at + term.length(); i++) {
				marked[i] = true;
			}
		}
	}

	private static List<Part> parts(String text, boolean[] marked) {
		List<Part> parts = new ArrayList<>();
		for (int from = 0; from < marked.length;) {
			int to = from;
			while (to < marked.length && marked[to] == marked[from]) {
				to++;
			}
			parts.add(new Part(text.substring(from, to), marked[from]));
			from = to;
		}
		return List.copyOf(parts);
	}

}
