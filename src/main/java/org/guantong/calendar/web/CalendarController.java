package org.guantong.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.calendar.CalendarDay;
import org.guantong.calendar.CalendarPermissions;
import org.guantong.calendar.CalendarService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** The year as a calendar, and entering holidays in it. */
@Controller
class CalendarController {

	private static final Sheet<CalendarDay> SHEET = Sheet.<CalendarDay>of("calendar.title")
		.text("calendar.name", CalendarDay::name)
		.day("calendar.day", CalendarDay::day)
		.word("calendar.kind", (one) -> "calendar.kind." + one.kind())
		.word("calendar.notice", (one) -> one.provisional() ? "calendar.provisional" : "calendar.confirmed");

	private final CalendarService calendar;

	private final CalendarPermissions permissions;

	private final SheetWriter writer;

	private final MessageSource messages;

	private final Clock clock;

	CalendarController(CalendarService calendar, CalendarPermissions permissions, SheetWriter writer,
			MessageSource messages, Clock clock) {
		this.calendar = calendar;
		this.permissions = permissions;
		this.writer = writer;
		this.messages = messages;
		this.clock = clock;
	}

	/** What is typed to enter days. */
	record Typed(String from, String until, CalendarDay.Kind kind, String name) {
	}

	/** A day in a month's table; null days fill up its first week. */
	record Cell(LocalDate day, CalendarDay differs, boolean worked) {
	}

	record Month(String name, List<List<Cell>> weeks) {
	}

	@GetMapping("/admin/calendar")
	ModelAndView show(@AuthenticationPrincipal Person me, @RequestParam(required = false) Integer year, Locale locale) {
		return page(me, shown(year), new Typed("", "", CalendarDay.Kind.OFF, ""), Map.of(), locale);
	}

	@GetMapping({ "/admin/calendar.xlsx", "/api/admin/calendar.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person me, @RequestParam(required = false) Integer year,
			Locale locale) {
		return writer.answer(locale, SHEET.with(calendar.year(me, shown(year))));
	}

	@PostMapping("/admin/calendar")
	ModelAndView put(@AuthenticationPrincipal Person me, Typed typed, Locale locale) {
		LocalDate from = day(typed.from());
		try {
			calendar.put(me, from, day(typed.until()), typed.kind(), typed.name());
			return new ModelAndView("redirect:/admin/calendar?year=" + from.getYear());
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(me, shown(from == null ? null : from.getYear()), typed,
					ProblemTexts.of(ex.problems(), messages, locale), locale);
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
	}

	@PostMapping("/admin/calendar/remove")
	String remove(@AuthenticationPrincipal Person me, @RequestParam LocalDate day) {
		calendar.remove(me, day);
		return "redirect:/admin/calendar?year=" + day.getYear();
	}

	@PostMapping("/admin/calendar/confirm")
	String confirm(@AuthenticationPrincipal Person me, @RequestParam int year) {
		calendar.confirm(me, shown(year));
		return "redirect:/admin/calendar?year=" + year;
	}

	private ModelAndView page(Person me, int year, Typed typed, Map<String, String> problems, Locale locale) {
		List<CalendarDay> days = calendar.year(me, year);
		return new ModelAndView("calendar/year").addObject("year", year)
			.addObject("days", days)
			.addObject("months", months(year, days, locale))
			.addObject("provisional", days.stream().anyMatch(CalendarDay::provisional))
			.addObject("keeps", permissions.mayKeep(me))
			.addObject("kinds", CalendarDay.Kind.values())
			.addObject("typed", typed)
			.addObject("problems", problems);
	}

	private static List<Month> months(int year, List<CalendarDay> days, Locale locale) {
		Map<LocalDate, CalendarDay> differing = days.stream()
			.collect(Collectors.toMap(CalendarDay::day, Function.identity()));
		return IntStream.rangeClosed(1, 12)
			.mapToObj((number) -> month(YearMonth.of(year, number), differing, locale))
			.toList();
	}

	private static Month month(YearMonth month, Map<LocalDate, CalendarDay> differing, Locale locale) {
		List<List<Cell>> weeks = new ArrayList<>();
		List<Cell> week = new ArrayList<>();
		IntStream.range(1, month.atDay(1).getDayOfWeek().getValue()).forEach((i) -> week.add(null));
		month.atDay(1).datesUntil(month.atEndOfMonth().plusDays(1)).forEach((day) -> {
			week.add(cell(day, differing.get(day)));
			if (week.size() == 7) {
				weeks.add(new ArrayList<>(week));
				week.clear();
			}
		});
		if (!week.isEmpty()) {
			weeks.add(week);
		}
		return new Month(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale), weeks);
	}

	private static Cell cell(LocalDate day, CalendarDay differs) {
		boolean worked = differs == null ? day.getDayOfWeek().getValue() < 6 : differs.kind() == CalendarDay.Kind.WORK;
		return new Cell(day, differs, worked);
	}

	private int shown(Integer year) {
		return year == null ? Year.now(clock).getValue() : Math.max(2020, Math.min(year, 2100));
	}

	private static LocalDate day(String typed) {
		try {
			return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
