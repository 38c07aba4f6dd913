package org.guantong.project.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.project.ProjectDetail;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectService;
import org.guantong.project.books.BooksService;
import org.guantong.project.books.BudgetYearService;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** Commitments of a project, and moving money between the lines of its budget. */
@Controller
@RequestMapping("/projects/{id}/budget")
class BooksController {

	private final BooksService books;

	private final BudgetYearService years;

	private final ProjectService projects;

	private final ProjectPermissions permissions;

	private final MessageSource messages;

	BooksController(BooksService books, BudgetYearService years, ProjectService projects,
			ProjectPermissions permissions, MessageSource messages) {
		this.books = books;
		this.years = years;
		this.projects = projects;
		this.permissions = permissions;
		this.messages = messages;
	}

	@GetMapping
	ModelAndView show(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return page(actor, id, "", Map.of(), Map.of());
	}

	@PostMapping("/commitments")
	ModelAndView commit(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "commit", typed, "books.committed", locale, next,
				() -> books.commit(actor, id, typed.get("line"), FormReading.day(typed.get("signedOn")),
						FormReading.amount(typed.get("amount")), typed.get("note")));
	}

	@PostMapping("/commitments/{commitment}")
	ModelAndView settle(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long commitment,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "settle-" + commitment, typed, "books.settled", locale, next, () -> books.settle(actor,
				id, commitment, "SPENT".equals(typed.get("how")), FormReading.day(typed.get("on"))));
	}

	/** Amounts come as {@code year-<line>-<year>}. */
	@PostMapping("/years")
	ModelAndView years(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		Map<String, BigDecimal> wanted = new HashMap<>();
		typed.forEach((field, amount) -> {
			if (field.startsWith("year-") && !amount.isBlank()) {
				wanted.put(field.substring("year-".length()), FormReading.amount(amount));
			}
		});
		return done(actor, id, "years", typed, "books.years.saved", locale, next, () -> years.plan(actor, id, wanted));
	}

	@PostMapping("/transfers")
	ModelAndView propose(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam Map<String, String> typed, Locale locale, RedirectAttributes next) {
		return done(actor, id, "transfer", typed, "books.proposed", locale, next, () -> books.propose(actor, id,
				typed.get("from"), typed.get("to"), FormReading.amount(typed.get("amount")), typed.get("reason")));
	}

	@PostMapping("/transfers/{transfer}/withdraw")
	String withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long transfer,
			RedirectAttributes next) {
		books.withdraw(actor, id, transfer);
		next.addFlashAttribute("notice", "books.withdrawn");
		return "redirect:/projects/" + id + "/budget";
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
		return new ModelAndView("redirect:/projects/" + id + "/budget");
	}

	/**
	 * @param form which form was sent and refused; empty when none was
	 */
	private ModelAndView page(Person actor, long id, String form, Map<String, String> typed,
			Map<String, String> problems) {
		ProjectDetail detail = projects.detail(actor, id);
		return new ModelAndView("project/books").addObject("detail", detail)
			.addObject("commitments", books.commitments(actor, id))
			.addObject("transfers", books.transfers(actor, id))
			.addObject("years", years.of(actor, id))
			.addObject("keepsBooks", permissions.keepsBooksOf(actor, detail.project()))
			.addObject("me", actor.id())
			.addObject("form", form)
			.addObject("typed", typed)
			.addObject("problems", problems);
	}

}
