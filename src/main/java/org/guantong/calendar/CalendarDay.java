package org.guantong.calendar;

import java.time.LocalDate;

/**
 * A day that is not what the week makes of it.
 *
 * @param name e.g. 春节, or 春节调休上班
 * @param provisional whether the State Council's notice for that year is still to come
 */
public record CalendarDay(LocalDate day, Kind kind, String name, boolean provisional) {

	/** What the day is. */
	public enum Kind {

		/** 放假 */
		OFF,
		/** 调休上班: a Saturday or Sunday that is worked */
		WORK

	}

}
