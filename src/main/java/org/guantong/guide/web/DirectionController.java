package org.guantong.guide.web;

import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.Fields;
import org.guantong.fund.RoundCriteria;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionDossier;
import org.guantong.guide.DirectionEntry;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.DirectionService;
import org.guantong.guide.DirectionVersion;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.drafting.DirectionOfficers;
import org.guantong.guide.drafting.FieldChange;
import org.guantong.guide.drafting.Withdrawals;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.Cases;
import org.guantong.workflow.form.ProblemTexts;

/** The pages of directions and of the guide of a round. */
@Controller
class DirectionController {

	private static final int PAGE = 25;

	private final DirectionDirectory directory;

	private final DirectionService directions;

	private final Rounds rounds;

	private final Fields fields;

	private final RoundCriteria criteria;

	private final Cases cases;

	private final Withdrawals withdrawals;

	private final DirectionOfficers officers;

	private final OfficeDesk desk;

	private final MessageSource messages;

	DirectionController(DirectionDirectory directory, DirectionService directions, Rounds rounds, Fields fields,
			RoundCriteria criteria, Cases cases, Withdrawals withdrawals, DirectionOfficers officers, OfficeDesk desk,
			MessageSource messages) {
		this.directory = directory;
		this.directions = directions;
		this.rounds = rounds;
		this.fields = fields;
		this.criteria = criteria;
		this.cases = cases;
		this.withdrawals = withdrawals;
		this.officers = officers;
		this.desk = desk;
		this.messages = messages;
	}

	@GetMapping("/directions")
	String list(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round,
			@RequestParam(required = false) Long field, @RequestParam(required = false) State state,
			@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Long officer,
			@RequestParam(defaultValue = "0") int page, Model model, Locale locale) {
		DirectionFilter filter = new DirectionFilter(round, field, state, q, actor.readsEverything() ? officer : null);
		int shown = Math.max(0, page);
		List<DirectionEntry> found = directory.find(actor, filter, shown, PAGE);
		model.addAttribute("filter", filter);
		model.addAttribute("directions", found);
		model.addAttribute("total", directory.count(actor, filter));
		model.addAttribute("page", shown);
		model.addAttribute("size", PAGE);
		model.addAttribute("states", State.values());
		model.addAttribute("fields", fields.findAllByOrderByPosition());
		model.addAttribute("fieldNames", fieldNames(locale));
		model.addAttribute("rounds", actor.readsEverything() ? rounds.findAllByOrderByYearDescIdDesc() : List.of());
		model.addAttribute("drafts", actor.isOffice());
		if (actor.readsEverything()) {
			model.addAttribute("everyOfficer", officers.candidates());
			desk.addTo(model, found.stream().map(DirectionEntry::id).toList(), locale);
		}
		return "guide/directions";
	}

	@GetMapping("/rounds/{id}/directions")
	String ofRound(@PathVariable long id) {
		return "redirect:/directions?round=" + id;
	}

	@GetMapping("/directions/{id}")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model, Locale locale) {
		DirectionDossier dossier = directory.open(actor, id);
		GuideDirection direction = dossier.direction();
		model.addAttribute("dossier", dossier);
		model.addAttribute("direction", direction);
		model.addAttribute("round", rounds.require(direction.roundId()));
		model.addAttribute("criteria", criteria.of(direction.roundId()));
		model.addAttribute("field", fields.require(direction.fieldId()).in(locale));
		model.addAttribute("changes", changes(dossier.versions()));
		model.addAttribute("cases", cases.visibleAbout(actor, direction.subject().ref()));
		model.addAttribute("edits", actor.isOffice() && direction.state().isEditable());
		model.addAttribute("office", actor.readsEverything());
		model.addAttribute("insider", !dossier.versions().isEmpty());
		withdrawals.of(id)
			.filter((withdrawal) -> !dossier.versions().isEmpty())
			.ifPresent((withdrawal) -> model.addAttribute("withdrawal", withdrawal));
		if (actor.readsEverything()) {
			desk.addTo(model, List.of(id), locale);
			desk.addRemarks(model, actor, direction);
		}
		return "guide/direction";
	}

	@GetMapping("/directions/new")
	String blank(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round, Model model,
			Locale locale) {
		return start(actor, round, "", List.of(), Map.of(), model, locale);
	}

	@PostMapping("/directions/new")
	String start(@AuthenticationPrincipal Person actor, @RequestParam long round,
			@RequestParam(defaultValue = "") List<Long> question, @RequestParam(defaultValue = "") String title,
			HttpServletResponse response, Model model, Locale locale) {
		try {
			return "redirect:/directions/" + directions.start(actor, round, question, title) + "/edit";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return start(actor, round, title, question, ProblemTexts.of(ex.problems(), messages, locale), model,
					locale);
		}
	}

	private String start(Person actor, Long round, String title, List<Long> chosen, Map<String, String> problems,
			Model model, Locale locale) {
		directions.requireDrafter(actor);
		model.addAttribute("rounds", rounds.findAllByOrderByYearDescIdDesc());
		model.addAttribute("round", round);
		model.addAttribute("title", title);
		model.addAttribute("chosen", chosen);
		model.addAttribute("problems", problems);
		model.addAttribute("fieldNames", fieldNames(locale));
		model.addAttribute("questions", round == null ? List.of() : directions.agreedQuestions(actor, round));
		return "guide/new";
	}

	private Map<Long, String> fieldNames(Locale locale) {
		Map<Long, String> names = new LinkedHashMap<>();
		fields.findAllByOrderByPosition().forEach((field) -> names.put(field.id(), field.in(locale)));
		return names;
	}

	/** For each version what changed since the one before it, by number. */
	private static Map<Integer, List<FieldChange>> changes(List<DirectionVersion> versions) {
		Map<Integer, List<FieldChange>> changes = new LinkedHashMap<>();
		for (int i = 0; i + 1 < versions.size(); i++) {
			changes.put(versions.get(i).number(),
					FieldChange.between(versions.get(i + 1).content(), versions.get(i).content()));
		}
		return changes;
	}

}
