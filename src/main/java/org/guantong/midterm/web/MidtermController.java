package org.guantong.midterm.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
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
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermLetterService;
import org.guantong.midterm.MidtermPermissions;
import org.guantong.midterm.MidtermService;
import org.guantong.midterm.MidtermSettings;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.midterm.visit.VisitService;
import org.guantong.shared.InvalidInput;

/** The season's board, one check, the opening of checks, and what they go by. */
@Controller
@RequestMapping("/midterm")
class MidtermController {

	private final MidtermService service;

	private final MidtermBoard board;

	private final MidtermLetterService letters;

	private final MidtermPermissions permissions;

	private final VisitService visits;

	private final ContributionService contributions;

	private final Rounds rounds;

	private final MidtermWords words;

	private final MessageSource messages;

	MidtermController(MidtermService service, MidtermBoard board, MidtermLetterService letters,
			MidtermPermissions permissions, VisitService visits, ContributionService contributions, Rounds rounds,
			MidtermWords words, MessageSource messages) {
		this.service = service;
		this.board = board;
		this.letters = letters;
		this.permissions = permissions;
		this.visits = visits;
		this.contributions = contributions;
		this.rounds = rounds;
		this.words = words;
		this.messages = messages;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) MidtermState state, @RequestParam(defaultValue = "") String due,
			@RequestParam(required = false) Integer season, @RequestParam(defaultValue = "0") int page, Model model) {
		return board(actor, new MidtermFilter(text, state, due, season, page), model);
	}

	@PostMapping
	String open(@AuthenticationPrincipal Person actor, @RequestParam long round, @RequestParam String dueOn,
			Model model, HttpServletResponse response, Locale locale, RedirectAttributes next) {
		try {
			int opened = service.openSeason(actor, round, day(dueOn)).size();
			next.addFlashAttribute("opened", opened);
			return "redirect:/midterm";
		}
		catch (InvalidInput ex) {
			model.addAttribute("wrong", sentences(ex, locale));
			model.addAttribute("wantedRound", round);
			model.addAttribute("wantedDueOn", dueOn);
			response.setStatus(422);
			return board(actor, new MidtermFilter("", null, null, null, 0), model);
		}
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		model.addAttribute("detail", board.detail(actor, id));
		model.addAttribute("words", words);
		model.addAttribute("visits", visits.of(actor, id));
		model.addAttribute("mayOpen", permissions.mayOpen(actor));
		model.addAttribute("inside", contributions.asks(actor, id) || !contributions.of(actor, id).isEmpty());
		return "midterm/show";
	}

	@GetMapping("/{id}/letters/{decision}/letter.pdf")
	ResponseEntity<byte[]> letter(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@PathVariable long decision, Locale locale) {
		return letters.letter(actor, id, decision, locale).download();
	}

	@GetMapping("/settings/{round}")
	String settings(@AuthenticationPrincipal Person actor, @PathVariable long round, Model model) {
		return settings(service.settings(actor, round), round, model);
	}

	@PostMapping("/settings/{round}")
	String changeSettings(@AuthenticationPrincipal Person actor, @PathVariable long round,
			@RequestParam int endorseDays, @RequestParam int reviewDays, @RequestParam int opinionDays,
			@RequestParam int decideDays, @RequestParam int behindLimit, @RequestParam int aheadLimit,
			@RequestParam int lateLimit, @RequestParam int rectifications,
			@RequestParam(defaultValue = "false") boolean workingDays, @RequestParam int escalateDays, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes next) {
		MidtermSettings wanted = new MidtermSettings(endorseDays, reviewDays, opinionDays, decideDays, behindLimit,
				aheadLimit, lateLimit, rectifications, workingDays, escalateDays);
		try {
			service.changeSettings(actor, round, wanted);
			next.addFlashAttribute("notice", "midterm.settings.saved");
			return "redirect:/midterm/settings/" + round;
		}
		catch (InvalidInput ex) {
			model.addAttribute("wrong",
					ex.problems()
						.stream()
						.map((one) -> words.text("midterm.settings." + one.field()) + "："
								+ messages.getMessage(one.messageKey(), one.arguments().toArray(), locale))
						.toList());
			response.setStatus(422);
			return settings(wanted, round, model);
		}
	}

	private String settings(MidtermSettings settings, long round, Model model) {
		model.addAttribute("settings", settings);
		model.addAttribute("round", rounds.require(round));
		return "midterm/settings";
	}

	private String board(Person actor, MidtermFilter filter, Model model) {
		if (actor == null) {
			throw new AccessDeniedException("nobody signed in");
		}
		model.addAttribute("filter", filter);
		model.addAttribute("states", MidtermState.values());
		model.addAttribute("result", board.find(actor, filter));
		model.addAttribute("mayOpen", permissions.mayOpen(actor));
		model.addAttribute("rounds", permissions.mayOpen(actor) ? rounds.findAllByOrderByYearDescIdDesc() : List.of());
		return "midterm/board";
	}

	private List<String> sentences(InvalidInput ex, Locale locale) {
		return ex.problems()
			.stream()
			.map((one) -> messages.getMessage(one.messageKey(), one.arguments().toArray(), locale))
			.toList();
	}

	private static LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
