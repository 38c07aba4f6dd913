package org.guantong.project.payment;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which payments to list.
 *
 * @param text part of a project's number or title, of its host or of the payer
 * @param state PLANNED, READY, HELD, PAID or CANCELLED; null for all
 * @param until planned by that day; null for any
 * @param page from 0
 */
public record PaymentFilter(String text, String state, Long fundId, LocalDate until, int page) {

	/** Rows on a page. */
	public static final int PAGE_SIZE = 50;

	private static final Set<String> STATES = Set.of("PLANNED", "READY", "HELD", "PAID", "CANCELLED");

	public PaymentFilter {
		text = text == null ? "" : text.strip();
		state = STATES.contains(state == null ? "" : state) ? state : null;
		page = Math.max(0, page);
	}

	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
