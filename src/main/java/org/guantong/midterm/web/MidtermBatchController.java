package org.guantong.midterm.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermPermissions;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.batch.BatchAction;
import org.guantong.midterm.batch.BatchLine;
import org.guantong.midterm.batch.BatchLine.Outcome;
import org.guantong.midterm.batch.BatchOrder;
import org.guantong.midterm.batch.MidtermBatchService;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Doing one thing to every check a search finds: choose, look, confirm, read the report.
 */
@Controller
class MidtermBatchController {

	private static final List<String> DECISIONS = List.of("CONTINUE", "CONTINUE_WITH_REMARKS", "RECTIFY");

	private final MidtermBatchService batch;

	private final MidtermBoard board;

	private final MidtermPermissions permissions;

	private final MessageSource messages;

	MidtermBatchController(MidtermBatchService batch, MidtermBoard board, MidtermPermissions permissions,
			MessageSource messages) {
		this.batch = batch;
		this.board = board;
		this.permissions = permissions;
		this.messages = messages;
	}

	/** What the form of the page sends, as it was typed. */
	record BatchForm(BatchAction action, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dueOn,
			String decision, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate rectifyBy, String remarks) {

		BatchOrder order() {
			return new BatchOrder(action, dueOn, decision, rectifyBy, remarks);
		}

	}

	/** The form, and once an action is chosen what it would do to whom. */
	@GetMapping("/midterm/batch")
	ModelAndView prepare(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) MidtermState state, @RequestParam(defaultValue = "") String due,
			@RequestParam(required = false) Integer season, @ModelAttribute("form") BatchForm form, Locale locale) {
		if (!permissions.mayOpen(actor)) {
			throw new AccessDeniedException("only the office runs a season");
		}
		MidtermFilter filter = new MidtermFilter(text, state, due, season, 0);
		ModelAndView page = new ModelAndView("midterm/batch").addObject("filter", filter)
			.addObject("actions", BatchAction.values())
			.addObject("decisions", DECISIONS)
			.addObject("problems", Map.of())
			.addObject("total", board.all(actor, filter).size());
		try {
			if (form.action() == null) {
				return page;
			}
			List<BatchLine> lines = batch.preview(actor, filter, form.order());
			return show(lines, page).addObject("ids",
					lines.stream()
						.filter((line) -> line.outcome() == Outcome.PLANNED)
						.map((line) -> Long.toString(line.check().id()))
						.collect(Collectors.joining(",")));
		}
		catch (InvalidInput ex) {
			page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return page.addObject("problems", ProblemTexts.of(ex.problems(), messages, locale));
		}
	}

	/**
	 * @param ids those the preview showed as possible, separated by commas
	 */
	@PostMapping("/midterm/batch")
	ModelAndView run(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String ids,
			@ModelAttribute("form") BatchForm form) {
		List<Long> chosen = Arrays.stream(ids.split(","))
			.filter((id) -> id.matches("\\d{1,18}"))
			.map(Long::valueOf)
			.toList();
		return show(batch.run(actor, chosen, form.order()), new ModelAndView("midterm/batch-report"));
	}

	private static ModelAndView show(List<BatchLine> lines, ModelAndView page) {
		List<BatchLine> ordered = lines.stream()
			.sorted(Comparator.comparing((line) -> line.outcome() == Outcome.SKIPPED))
			.toList();
		return page.addObject("lines", ordered)
			.addObject("able", count(lines, Outcome.PLANNED, Outcome.DONE))
			.addObject("unable", count(lines, Outcome.SKIPPED, Outcome.FAILED));
	}

	private static long count(List<BatchLine> lines, Outcome one, Outcome other) {
		return lines.stream().filter((line) -> line.outcome() == one || line.outcome() == other).count();
	}

}
