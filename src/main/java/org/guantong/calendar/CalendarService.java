package org.guantong.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;

/** The calendar as the office keeps it, by the State Council's notice of each year. */
@Service
@Transactional
public class CalendarService {

	private static final int LONGEST_NAME = 40;

	/** Longest stretch entered at once, in days. */
	private static final int LONGEST = 31;

	private static final int FIRST_YEAR = 2020;

	private static final int LAST_YEAR = 2100;

	private final CalendarDays days;

	private final AuditTrail audit;

	CalendarService(CalendarDays days, AuditTrail audit) {
		this.days = days;
		this.audit = audit;
	}

	/** The days of a year that differ from the week. */
	@PreAuthorize("@calendarPermissions.mayRead(#actor)")
	@Transactional(readOnly = true)
	public List<CalendarDay> year(Person actor, int year) {
		return days.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	/**
	 * Enters a stretch of days, both ends included; what was entered for them before
	 * gives way. Weekends within a holiday are off anyway and entered with it.
	 * @throws InvalidInput naming every field that cannot be taken
	 */
	@PreAuthorize("@calendarPermissions.mayKeep(#actor)")
	public void put(Person actor, LocalDate from, LocalDate until, CalendarDay.Kind kind, String name) {
		LocalDate last = until == null ? from : until;
		check(from, last, kind, name);
		from.datesUntil(last.plusDays(1)).forEach((day) -> days.put(new CalendarDay(day, kind, name.strip(), false)));
		audit.record(actor, "calendar.changed", subject(from), from + " – " + last + " " + kind + " " + name.strip());
	}

	/**
	 * The day is what the week makes of it again.
	 * @throws NotFound when nothing was entered for it
	 */
	@PreAuthorize("@calendarPermissions.mayKeep(#actor)")
	public void remove(Person actor, LocalDate day) {
		if (!days.remove(day)) {
			throw new NotFound("calendar day", day);
		}
		audit.record(actor, "calendar.changed", subject(day), day + " removed");
	}

	/** The notice for that year is out and what is entered agrees with it. */
	@PreAuthorize("@calendarPermissions.mayKeep(#actor)")
	public void confirm(Person actor, int year) {
		int confirmed = days.confirm(year);
		if (confirmed > 0) {
			audit.record(actor, "calendar.changed", new Ref(Kind.CALENDAR, year), confirmed + " days confirmed");
		}
	}

	private static void check(LocalDate from, LocalDate last, CalendarDay.Kind kind, String name) {
		List<FieldProblem> problems = new ArrayList<>();
		if (from == null || from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
			problems.add(FieldProblem.of("from", "calendar.problem.from"));
		}
		else if (last.isBefore(from) || ChronoUnit.DAYS.between(from, last) >= LONGEST) {
			problems.add(FieldProblem.of("until", "calendar.problem.until", LONGEST));
		}
		else if (kind == CalendarDay.Kind.WORK
				&& from.datesUntil(last.plusDays(1)).anyMatch((day) -> !isWeekend(day))) {
			problems.add(FieldProblem.of("kind", "calendar.problem.work"));
		}
		if (kind == null) {
			problems.add(FieldProblem.of("kind", "calendar.problem.kind"));
		}
		if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
			problems.add(FieldProblem.of("name", "calendar.problem.name", LONGEST_NAME));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	private static Ref subject(LocalDate day) {
		return new Ref(Kind.CALENDAR, day.getYear());
	}

}
