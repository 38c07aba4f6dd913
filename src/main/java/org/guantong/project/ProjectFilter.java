package org.guantong.project;

/**
 * Which projects to list.
 *
 * @param text part of code, title, PI or host; empty for all
 * @param state null for all
 * @param roundId null for all
 * @param page from 0
 */
public record ProjectFilter(String text, String state, Long roundId, int page) {

	/** Rows on a page. */
	public static final int PAGE_SIZE = 20;

	public ProjectFilter {
		text = text == null ? "" : text.strip();
		state = state == null || state.isBlank() ? null : state;
		page = Math.max(0, page);
	}

	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
