package org.guantong.review.directory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days on which an expert is away.
 *
 * @param id null for the absence of an account that has a substitute arranged
 * @param until last day
 */
public record Absence(Long id, long expertId, LocalDate from, LocalDate until, String note) {

	/** How many days of the period, both ends included, it takes. */
	public long daysWithin(LocalDate first, LocalDate last) {
		LocalDate begin = from.isAfter(first) ? from : first;
		LocalDate end = until.isBefore(last) ? until : last;
		return Math.max(0, ChronoUnit.DAYS.between(begin, end) + 1);
	}

}
