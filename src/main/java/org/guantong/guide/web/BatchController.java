package org.guantong.guide.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.batch.BatchAction;
import org.guantong.guide.batch.BatchLine;
import org.guantong.guide.batch.BatchLine.Outcome;
import org.guantong.guide.batch.BatchOrder;
import org.guantong.guide.batch.BatchService;
import org.guantong.guide.drafting.CareService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/**
 * Doing one thing to every direction a search finds: choose, look, confirm, read the
 * report.
 */
@Controller
class BatchController {

	private final BatchService batch;

	private final DirectionDirectory directory;

	private final CareService care;

	private final MessageSource messages;

	BatchController(BatchService batch, DirectionDirectory directory, CareService care, MessageSource messages) {
		this.batch = batch;
		this.directory = directory;
		this.care = care;
		this.messages = messages;
	}

	/** What the form of the page sends, as it was typed. */
	record BatchForm(BatchAction action, Long chosenOfficer, Boolean selfChecked,
			@DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime publishAt, String reason) {

		BatchOrder order() {
			return new BatchOrder(action, chosenOfficer, Boolean.TRUE.equals(selfChecked), publishAt, reason);
		}

	}

	/** The form, and once an action is chosen what it would do to whom. */
	@GetMapping("/directions/batch")
	String prepare(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round,
			@RequestParam(required = false) Long field, @RequestParam(required = false) State state,
			@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Long officer,
			@ModelAttribute("form") BatchForm form, HttpServletResponse response, Model model, Locale locale) {
		DirectionFilter filter = new DirectionFilter(round, field, state, q, officer);
		model.addAttribute("filter", filter);
		model.addAttribute("candidates", care.candidates(actor));
		model.addAttribute("actions", BatchAction.values());
		model.addAttribute("problems", Map.of());
		model.addAttribute("total", directory.count(actor, filter));
		if (form.action() == null) {
			return "guide/batch";
		}
		try {
			List<BatchLine> lines = batch.preview(actor, filter, form.order());
			show(lines, model);
			model.addAttribute("ids",
					String.join(",",
							lines.stream()
								.filter((line) -> line.outcome() == Outcome.PLANNED)
								.map((line) -> Long.toString(line.id()))
								.toList()));
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("problems", ProblemTexts.of(ex.problems(), messages, locale));
		}
		return "guide/batch";
	}

	/**
	 * @param ids those the preview showed as possible, separated by commas
	 */
	@PostMapping("/directions/batch")
	String run(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String ids,
			@ModelAttribute("form") BatchForm form, Model model) {
		List<Long> chosen = Arrays.stream(ids.split(","))
			.filter((id) -> id.matches("\\d{1,18}"))
			.map(Long::valueOf)
			.toList();
		show(batch.run(actor, chosen, form.order()), model);
		return "guide/batch-report";
	}

	private static void show(List<BatchLine> lines, Model model) {
		model.addAttribute("lines", lines);
		model.addAttribute("able",
				lines.stream()
					.filter((line) -> line.outcome() == Outcome.PLANNED || line.outcome() == Outcome.DONE)
					.count());
		model.addAttribute("unable",
				lines.stream()
					.filter((line) -> line.outcome() == Outcome.SKIPPED || line.outcome() == Outcome.FAILED)
					.count());
	}

}
