package org.guantong.midterm.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermDetail;
import org.guantong.midterm.MidtermPermissions;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.care.MidtermCareService;
import org.guantong.midterm.visit.VisitService;
import org.guantong.project.ProjectSight;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** What an officer does with one check besides its tasks: replace, visit, cancel. */
@Controller
@RequestMapping("/midterm/{id}/care")
class MidtermCareController {

	private final MidtermBoard board;

	private final MidtermCareService care;

	private final VisitService visits;

	private final ProjectSight sight;

	private final Organisations organisations;

	private final MidtermPermissions permissions;

	private final MidtermWords words;

	private final MessageSource messages;

	MidtermCareController(MidtermBoard board, MidtermCareService care, VisitService visits, ProjectSight sight,
			Organisations organisations, MidtermPermissions permissions, MidtermWords words, MessageSource messages) {
		this.board = board;
		this.care = care;
		this.visits = visits;
		this.sight = sight;
		this.organisations = organisations;
		this.permissions = permissions;
		this.words = words;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return page(actor, id, "", Map.of(), Map.of());
	}

	@PostMapping("/reviews/{review}")
	ModelAndView replace(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long review,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "replace-" + review, typed, "midterm.care.replaced", locale, next,
				() -> care.replace(actor, id, review, number(typed.get("newcomer")), typed.get("reason")));
	}

	@PostMapping("/visits")
	ModelAndView plan(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "visit", typed, "midterm.visit.planned", locale, next,
				() -> visits.plan(actor, id, new VisitService.Plan(day(typed.get("plannedOn")), typed.get("place"),
						typed.get("leader"), typed.get("members"), number(typed.get("coFunderId")))));
	}

	@PostMapping("/visits/{visit}")
	ModelAndView record(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long visit,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "record-" + visit, typed, "midterm.visit.saved", locale, next,
				() -> visits.record(actor, id, visit, day(typed.get("visitedOn")), typed.get("findings")));
	}

	@PostMapping("/cancel")
	ModelAndView cancel(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "cancel", typed, "midterm.care.cancelled", locale, next,
				() -> care.cancel(actor, id, typed.get("reason")));
	}

	private ModelAndView done(Person actor, long id, String form, Map<String, String> typed, String notice,
			Locale locale, RedirectAttributes next, Runnable deed) {
		try {
			deed.run();
		}
		catch (InvalidInput ex) {
			ModelAndView page = page(actor, id, form, typed, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", notice);
		return new ModelAndView("redirect:/midterm/" + id + (form.equals("cancel") ? "" : "/care"));
	}

	/**
	 * @param form which form was sent and refused; empty when none was
	 */
	private ModelAndView page(Person actor, long id, String form, Map<String, String> typed,
			Map<String, String> problems) {
		if (!permissions.mayOpen(actor)) {
			throw new AccessDeniedException("only the office takes care of checks");
		}
		MidtermDetail detail = board.detail(actor, id);
		Map<Long, List<Person>> candidates = new LinkedHashMap<>();
		detail.reviews()
			.stream()
			.filter((one) -> one.state().equals("INVITED"))
			.forEach((one) -> candidates.put(one.id(), care.candidates(actor, id, one.side())));
		return new ModelAndView("midterm/care").addObject("detail", detail)
			.addObject("silent", detail.reviews().stream().filter((one) -> candidates.containsKey(one.id())).toList())
			.addObject("candidates", candidates)
			.addObject("visits", visits.of(actor, id))
			.addObject("coFunders", organisations.findAllById(sight.coFundersOf(detail.project())))
			.addObject("words", words)
			.addObject("form", form)
			.addObject("typed", typed)
			.addObject("problems", problems);
	}

	private static Long number(String typed) {
		return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
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
