package org.guantong.midterm.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.coauthor.Contribution;
import org.guantong.midterm.coauthor.ContributionService;
import org.guantong.shared.InvalidInput;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.form.ProblemTexts;

/** Asking co-authors for their part of a report, and writing it. */
@Controller
class ContributionController {

	private static final Sheet<Contribution> SHEET = Sheet.<Contribution>of("midterm.coauthor.mine")
		.text("midterm.label.project", (one) -> one.projectCode() + " " + one.projectTitle())
		.text("midterm.coauthor.asked", Contribution::asked)
		.day("midterm.coauthor.dueOn", Contribution::dueOn)
		.word("midterm.label.state", (one) -> "midterm.coauthor.state." + one.isSubmitted());

	private final ContributionService contributions;

	private final MidtermBoard board;

	private final SheetWriter writer;

	private final MessageSource messages;

	ContributionController(ContributionService contributions, MidtermBoard board, SheetWriter writer,
			MessageSource messages) {
		this.contributions = contributions;
		this.board = board;
		this.writer = writer;
		this.messages = messages;
	}

	@GetMapping("/midterm/{id}/coauthors")
	ModelAndView show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return coauthors(actor, id, Map.of(), Map.of());
	}

	@PostMapping("/midterm/{id}/coauthors")
	ModelAndView ask(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		try {
			contributions.ask(actor, id, typed.get("username"), typed.get("asked"), day(typed.get("dueOn")));
		}
		catch (InvalidInput ex) {
			ModelAndView page = coauthors(actor, id, typed, ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", "midterm.coauthor.sent");
		return new ModelAndView("redirect:/midterm/" + id + "/coauthors");
	}

	@GetMapping("/contributions")
	ModelAndView mine(@AuthenticationPrincipal Person actor) {
		return new ModelAndView("midterm/contributions").addObject("mine", contributions.mine(actor));
	}

	@GetMapping({ "/contributions.xlsx", "/api/contributions.xlsx" })
	ResponseEntity<byte[]> export(@AuthenticationPrincipal Person actor, Locale locale) {
		return writer.answer(locale, SHEET.with(contributions.mine(actor)));
	}

	@GetMapping("/contributions/{id}")
	ModelAndView open(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		Contribution own = contributions.own(actor, id);
		return writing(own, own.text(), Map.of());
	}

	@PostMapping("/contributions/{id}")
	ModelAndView write(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam int version,
			@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "false") boolean submit,
			Locale locale, RedirectAttributes next) {
		try {
			contributions.write(actor, id, version, text, submit);
		}
		catch (InvalidInput ex) {
			ModelAndView page = writing(contributions.own(actor, id), text,
					ProblemTexts.of(ex.problems(), messages, locale));
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page;
		}
		next.addFlashAttribute("notice", submit ? "midterm.coauthor.handedIn" : "midterm.coauthor.kept");
		return new ModelAndView("redirect:/contributions/" + id);
	}

	private ModelAndView coauthors(Person actor, long id, Map<String, String> typed, Map<String, String> problems) {
		return new ModelAndView("midterm/coauthors").addObject("detail", board.detail(actor, id))
			.addObject("contributions", contributions.of(actor, id))
			.addObject("asks", contributions.asks(actor, id))
			.addObject("typed", typed)
			.addObject("problems", problems);
	}

	private static ModelAndView writing(Contribution own, String text, Map<String, String> problems) {
		return new ModelAndView("midterm/contribution").addObject("own", own)
			.addObject("text", text)
			.addObject("problems", problems);
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
