package org.guantong.midterm.portfolio;

/**
 * Which projects to look at; null or empty means any.
 *
 * @param year in which the project started
 * @param page of the table, from 0; the map always shows all
 */
public record PortfolioFilter(String text, Long fundId, String field, Integer year, int page) {

	/** Rows of the table on a page. */
	public static final int PAGE_SIZE = 50;

	public PortfolioFilter {
		text = text == null ? "" : text.strip();
		field = field == null || field.isBlank() ? null : field;
		page = Math.max(0, page);
	}

	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
