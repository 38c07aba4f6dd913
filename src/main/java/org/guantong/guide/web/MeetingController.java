package org.guantong.guide.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Rounds;
import org.guantong.guide.meeting.Meeting;
import org.guantong.guide.meeting.MeetingReadingService;
import org.guantong.guide.meeting.MeetingService;
import org.guantong.guide.meeting.MeetingSheet;
import org.guantong.guide.meeting.MinutesService;
import org.guantong.guide.meeting.NewMeeting;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** Meetings: the list, and preparing one. */
@Controller
@RequestMapping("/meetings")
class MeetingController {

	private static final int PAGE = 20;

	private final MeetingReadingService reading;

	private final MeetingService meetings;

	private final MinutesService minutes;

	private final Rounds rounds;

	private final MessageSource messages;

	private final Clock clock;

	MeetingController(MeetingReadingService reading, MeetingService meetings, MinutesService minutes, Rounds rounds,
			MessageSource messages, Clock clock) {
		this.reading = reading;
		this.meetings = meetings;
		this.minutes = minutes;
		this.rounds = rounds;
		this.messages = messages;
		this.clock = clock;
	}

	/** What the page sends of a meeting, as it was typed. */
	record Typed(Long round, Integer version, String title, String place, String meetsAt, Boolean secret) {

		static final Typed BLANK = new Typed(null, 0, "", "", "", true);

		NewMeeting meeting(Clock clock) {
			return new NewMeeting(title, place, instant(clock), !Boolean.FALSE.equals(secret));
		}

		private Instant instant(Clock clock) {
			try {
				return LocalDateTime.parse(meetsAt == null ? "" : meetsAt).atZone(clock.getZone()).toInstant();
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "0") int page, Model model) {
		int shown = Math.max(0, page);
		model.addAttribute("meetings", reading.list(actor, shown, PAGE));
		model.addAttribute("total", reading.count(actor));
		model.addAttribute("page", shown);
		model.addAttribute("size", PAGE);
		model.addAttribute("runs", actor.isOffice());
		model.addAttribute("waiting", actor.isOffice() ? reading.waiting(actor) : 0);
		return "guide/meetings";
	}

	@GetMapping("/new")
	String blank(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round, Model model) {
		return form(actor, round == null ? Typed.BLANK : new Typed(round, 0, "", "", "", true), Map.of(), model);
	}

	@PostMapping("/new")
	String create(@AuthenticationPrincipal Person actor, Typed typed, HttpServletResponse response, Model model,
			Locale locale) {
		try {
			if (typed.round() == null) {
				throw InvalidInput.of("round", "meeting.problem.round");
			}
			return "redirect:/meetings/" + meetings.create(actor, typed.round(), typed.meeting(clock));
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return form(actor, typed, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam(defaultValue = "") String q,
			Model model, Locale locale) {
		MeetingSheet sheet = reading.open(actor, id);
		model.addAttribute("sheet", sheet);
		model.addAttribute("meeting", sheet.meeting());
		model.addAttribute("round", rounds.require(sheet.meeting().roundId()));
		model.addAttribute("runs", actor.isOffice());
		model.addAttribute("office", actor.readsEverything());
		model.addAttribute("q", q);
		model.addAttribute("candidates", actor.isOffice() && sheet.meeting().state() != Meeting.State.CLOSED
				? reading.candidates(actor, id, q) : List.of());
		if (actor.isOffice() && sheet.meeting().state() == Meeting.State.CLOSED && !model.containsAttribute("text")) {
			model.addAttribute("text", minutes.proposed(actor, id, locale));
		}
		return "guide/meeting";
	}

	@GetMapping("/{id}/edit")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		Meeting meeting = reading.open(actor, id).meeting();
		Typed typed = new Typed(meeting.roundId(), meeting.version(), meeting.title(), meeting.place(),
				LocalDateTime.ofInstant(meeting.meetsAt(), clock.getZone()).withSecond(0).withNano(0).toString(),
				meeting.secret());
		model.addAttribute("meeting", meeting);
		return form(actor, typed, Map.of(), model);
	}

	@PostMapping("/{id}/edit")
	String change(@AuthenticationPrincipal Person actor, @PathVariable long id, Typed typed,
			HttpServletResponse response, Model model, Locale locale) {
		try {
			meetings.change(actor, id, typed.version() == null ? -1 : typed.version(), typed.meeting(clock));
			return "redirect:/meetings/" + id;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("meeting", reading.open(actor, id).meeting());
			return form(actor, typed, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@PostMapping("/{id}/agenda")
	String place(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> item, RedirectAttributes next, Locale locale) {
		return act(id, next, locale, () -> meetings.place(actor, id, item));
	}

	@PostMapping("/{id}/items/{item}/postpone")
	String postpone(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item) {
		meetings.postpone(actor, id, item);
		return "redirect:/meetings/" + id;
	}

	@PostMapping("/{id}/items/{item}/move")
	String move(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long item,
			@RequestParam int steps) {
		meetings.move(actor, id, item, steps);
		return "redirect:/meetings/" + id + "#agenda";
	}

	@PostMapping("/{id}/members")
	String call(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> member, RedirectAttributes next, Locale locale) {
		return act(id, next, locale, () -> meetings.call(actor, id, member));
	}

	@PostMapping("/{id}/members/{member}/remove")
	String remove(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long member) {
		meetings.remove(actor, id, member);
		return "redirect:/meetings/" + id + "#members";
	}

	@PostMapping("/{id}/tell")
	String tell(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		next.addFlashAttribute("told", meetings.tell(actor, id));
		return "redirect:/meetings/" + id;
	}

	private String act(long id, RedirectAttributes next, Locale locale, Runnable action) {
		try {
			action.run();
		}
		catch (InvalidInput ex) {
			next.addFlashAttribute("problem",
					String.join(" ", ProblemTexts.of(ex.problems(), messages, locale).values()));
		}
		return "redirect:/meetings/" + id;
	}

	private String form(Person actor, Typed typed, Map<String, String> problems, Model model) {
		reading.waiting(actor);
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("rounds", rounds.findAllByOrderByYearDescIdDesc());
		return "guide/meeting-edit";
	}

}
