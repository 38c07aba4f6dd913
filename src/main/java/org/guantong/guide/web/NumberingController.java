package org.guantong.guide.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Fields;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionService;
import org.guantong.guide.drafting.Numbering.Change;
import org.guantong.guide.drafting.NumberingService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** The page on which the directions of a round are put in order and numbered. */
@Controller
class NumberingController {

	private final NumberingService numbering;

	private final DirectionService directions;

	private final Rounds rounds;

	private final Fields fields;

	private final MessageSource messages;

	NumberingController(NumberingService numbering, DirectionService directions, Rounds rounds, Fields fields,
			MessageSource messages) {
		this.numbering = numbering;
		this.directions = directions;
		this.rounds = rounds;
		this.fields = fields;
		this.messages = messages;
	}

	@GetMapping("/directions/numbering")
	String show(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round, Model model,
			Locale locale) {
		directions.requireDrafter(actor);
		List<Round> all = rounds.findAllByOrderByYearDescIdDesc();
		Long shown = round != null ? round : all.stream().map(Round::id).findFirst().orElse(null);
		model.addAttribute("rounds", all);
		model.addAttribute("round", shown);
		model.addAttribute("orders", shown == null ? Map.of() : numbering.orders(actor, shown));
		Map<Long, String> names = new LinkedHashMap<>();
		fields.findAllByOrderByPosition().forEach((field) -> names.put(field.id(), field.in(locale)));
		model.addAttribute("fieldNames", names);
		return "guide/numbering";
	}

	/**
	 * @param field null for every field
	 */
	@PostMapping("/directions/numbering")
	String renumber(@AuthenticationPrincipal Person actor, @RequestParam long round,
			@RequestParam(required = false) Long field, RedirectAttributes next) {
		List<Change> changes = field == null ? numbering.renumberAll(actor, round)
				: numbering.renumber(actor, round, field);
		next.addFlashAttribute("changed", changes.size());
		return back(round, field);
	}

	/**
	 * @param by -1 for one place up, 1 for one down
	 * @param number the place to go to, when typed
	 */
	@PostMapping("/directions/{id}/number")
	String move(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) Integer by, @RequestParam(defaultValue = "") String number,
			RedirectAttributes next, Locale locale) {
		var direction = directions.forEditing(actor, id);
		try {
			List<Change> changes = by != null ? numbering.shift(actor, id, by)
					: numbering.place(actor, id, whole(number));
			next.addFlashAttribute("changed", changes.size());
		}
		catch (InvalidInput ex) {
			next.addFlashAttribute("problem", ProblemTexts.of(ex.problems(), messages, locale).get("number"));
			next.addFlashAttribute("problemOf", id);
			next.addFlashAttribute("typed", number);
		}
		return back(direction.roundId(), direction.fieldId());
	}

	private static int whole(String typed) {
		try {
			return Integer.parseInt(typed.strip());
		}
		catch (NumberFormatException ex) {
			throw InvalidInput.of("number", "guide.problem.number.range");
		}
	}

	private static String back(long round, Long field) {
		return "redirect:/directions/numbering?round=" + round + (field == null ? "" : "#field-" + field);
	}

}
