package org.guantong.linkage.web;

import org.guantong.linkage.PublicFilter;

/** The address of a list of published directions, as it was typed. */
record PublicSearch(String q, String field, String year, String fund, String category, String code) {

	/** What is no number filters by nothing. */
	PublicFilter filter() {
		Long number = number(year);
		return new PublicFilter(q, field, number == null ? null : number.intValue(), number(fund), category, code);
	}

	private static Long number(String text) {
		return text != null && text.matches("[0-9]{1,9}") ? Long.valueOf(text) : null;
	}

}
