package org.guantong.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Counts working days (工作日). */
@Component
public class BusinessDays {

	/** Longer stretches off than that are no calendar but a mistake in it. */
	private static final int LONGEST_REST = 60;

	private final CalendarDays days;

	BusinessDays(CalendarDays days) {
		this.days = days;
	}

	public boolean isWorked(LocalDate day) {
		return days.on(day).map((one) -> one.kind() == CalendarDay.Kind.WORK).orElseGet(() -> !isWeekend(day));
	}

	/** That day when it is worked, else the next that is. */
	public LocalDate workedFrom(LocalDate day) {
		LocalDate next = day;
		for (int i = 0; i < LONGEST_REST && !isWorked(next); i++) {
			next = next.plusDays(1);
		}
		return next;
	}

	/**
	 * The last of so many working days after that day.
	 * @param count 0 for the day itself, or the next worked one
	 */
	public LocalDate plus(LocalDate day, int count) {
		// of any stretch at least every other day is worked, long holidays apart
		LocalDate last = day.plusDays(2L * count + LONGEST_REST);
		Map<LocalDate, CalendarDay> known = days.between(day, last)
			.stream()
			.collect(Collectors.toMap(CalendarDay::day, Function.identity()));
		LocalDate at = day;
		int left = count;
		while (at.isBefore(last) && (left > 0 || !isWorked(at, known))) {
			at = at.plusDays(1);
			left -= left > 0 && isWorked(at, known) ? 1 : 0;
		}
		return at;
	}

	private static boolean isWorked(LocalDate day, Map<LocalDate, CalendarDay> known) {
		CalendarDay one = known.get(day);
		return one == null ? !isWeekend(day) : one.kind() == CalendarDay.Kind.WORK;
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

}
