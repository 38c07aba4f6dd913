package org.guantong.midterm;

/**
 * Which checks to list.
 *
 * @param text part of code, title, PI or host; empty for all
 * @param state null for all
 * @param due OVERDUE, SOON (a report due within two weeks) or null for all
 * @param season year, null for all
 * @param page from 0
 */
public record MidtermFilter(String text, MidtermState state, String due, Integer season, int page) {

	/** Every check. */
	public static final MidtermFilter ALL = new MidtermFilter("", null, null, null, 0);

	/** Rows on a page. */
	public static final int PAGE_SIZE = 20;

	public MidtermFilter {
		text = text == null ? "" : text.strip();
		due = due == null || due.isBlank() ? null : due;
		page = Math.max(0, page);
	}

	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
