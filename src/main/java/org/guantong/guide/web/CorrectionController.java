package org.guantong.guide.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.GrantCategories;
import org.guantong.fund.Rounds;
import org.guantong.guide.drafting.DirectionForm;
import org.guantong.guide.edition.Correction;
import org.guantong.guide.edition.CorrectionService;
import org.guantong.guide.edition.EditionDirection;
import org.guantong.guide.edition.PublishedGuides;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.workflow.form.ProblemTexts;

/** Correcting a published guide, as officers do it. */
@Controller
@RequestMapping("/guides/{roundId}/correction")
class CorrectionController {

	private final CorrectionService corrections;

	private final PublishedGuides guides;

	private final GrantCategories categories;

	private final Rounds rounds;

	private final MessageSource messages;

	CorrectionController(CorrectionService corrections, PublishedGuides guides, GrantCategories categories,
			Rounds rounds, MessageSource messages) {
		this.corrections = corrections;
		this.guides = guides;
		this.categories = categories;
		this.rounds = rounds;
		this.messages = messages;
	}

	/** What an officer does with a correction as a whole. */
	enum Deed {

		PROPOSE, CONFIRM, GIVE_BACK, DROP

	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, @PathVariable long roundId, Model model) {
		return page(actor, roundId, "", "", Map.of(), model);
	}

	@PostMapping
	String begin(@AuthenticationPrincipal Person actor, @PathVariable long roundId,
			@RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model, Locale locale) {
		try {
			corrections.begin(actor, roundId, reason);
			return back(roundId);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return page(actor, roundId, reason, "", ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@PostMapping("/state")
	String move(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @RequestParam int version,
			@RequestParam Deed deed, @RequestParam(defaultValue = "") String remark, HttpServletResponse response,
			RedirectAttributes next, Model model, Locale locale) {
		try {
			switch (deed) {
				case PROPOSE -> corrections.propose(actor, roundId, version);
				case CONFIRM -> corrections.confirm(actor, roundId, version);
				case GIVE_BACK -> corrections.giveBack(actor, roundId, version, remark);
				case DROP -> corrections.drop(actor, roundId, version);
			}
			next.addFlashAttribute("done", deed);
			return deed == Deed.CONFIRM || deed == Deed.DROP ? "redirect:/guides/" + roundId : back(roundId);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return page(actor, roundId, "", remark, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	@GetMapping("/{directionId:[0-9]+}")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long directionId,
			Model model) {
		Correction correction = require(actor, roundId);
		EditionDirection line = line(correction, directionId);
		DirectionForm form = new DirectionForm(correction.edition().version(), null, line.title(),
				String.join(" ", line.applicationCodes()), line.text(), line.category(),
				line.intensity() == null ? "" : line.intensity().stripTrailingZeros().toPlainString(),
				line.expectedApplication());
		return editor(roundId, line, form, Map.of(), model);
	}

	@PostMapping("/{directionId:[0-9]+}")
	String save(@AuthenticationPrincipal Person actor, @PathVariable long roundId, @PathVariable long directionId,
			@ModelAttribute("form") DirectionForm form, HttpServletResponse response, Model model, Locale locale) {
		EditionDirection line = line(require(actor, roundId), directionId);
		try {
			corrections.write(actor, roundId, form.version(), directionId, form.content());
			return back(roundId);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return editor(roundId, line, form, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
		catch (Stale ex) {
			response.setStatus(409);
			return editor(roundId, line, form,
					Map.of("", messages.getMessage("guide.stale.correction.kept", null, locale)), model);
		}
	}

	private String page(Person actor, long round, String reason, String remark, Map<String, String> problems,
			Model model) {
		Correction correction = corrections.underWay(actor, round).orElse(null);
		model.addAttribute("round", rounds.require(round));
		model.addAttribute("correction", correction);
		model.addAttribute("book", guides.inForce(round));
		model.addAttribute("own", correction != null && correction.edition().draftedBy() == actor.id());
		model.addAttribute("reason", reason).addAttribute("remark", remark).addAttribute("problems", problems);
		return "guide/correction";
	}

	private String editor(long round, EditionDirection line, DirectionForm form, Map<String, String> problems,
			Model model) {
		model.addAttribute("round", rounds.require(round)).addAttribute("line", line);
		model.addAttribute("form", form).addAttribute("problems", problems);
		model.addAttribute("categories", List.copyOf(categories.findAllByOrderByPosition()));
		return "guide/correction-edit";
	}

	private Correction require(Person actor, long round) {
		return corrections.underWay(actor, round).orElseThrow(() -> NotFound.of(Kind.GUIDE, round));
	}

	private static EditionDirection line(Correction correction, long direction) {
		return correction.directions()
			.stream()
			.filter((one) -> one.directionId() == direction)
			.findFirst()
			.orElseThrow(() -> NotFound.of(Kind.GUIDE_DIRECTION, direction));
	}

	private static String back(long round) {
		return "redirect:/guides/" + round + "/correction";
	}

}
