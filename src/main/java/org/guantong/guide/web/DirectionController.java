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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Fields;
import org.guantong.fund.GrantCategories;
import org.guantong.fund.RoundCriteria;
import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionContent;
import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionDossier;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.DirectionService;
import org.guantong.guide.DirectionVersion;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.identity.Person;
import org.guantong.matching.TextDifference;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.Cases;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;

/** The pages of directions and of the guide of a round. */
@Controller
class DirectionController {

	private static final int PAGE = 25;

	private final DirectionDirectory directory;

	private final DirectionService directions;

	private final Rounds rounds;

	private final Fields fields;

	private final GrantCategories categories;

	private final RoundCriteria criteria;

	private final Cases cases;

	private final Inbox inbox;

	private final MessageSource messages;

	DirectionController(DirectionDirectory directory, DirectionService directions, Rounds rounds, Fields fields,
			GrantCategories categories, RoundCriteria criteria, Cases cases, Inbox inbox, MessageSource messages) {
		this.directory = directory;
		this.directions = directions;
		this.rounds = rounds;
		this.fields = fields;
		this.categories = categories;
		this.criteria = criteria;
		this.cases = cases;
		this.inbox = inbox;
		this.messages = messages;
	}

	@GetMapping("/directions")
	String list(@AuthenticationPrincipal Person actor, @RequestParam(required = false) Long round,
			@RequestParam(required = false) Long field, @RequestParam(required = false) State state,
			@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Model model,
			Locale locale) {
		DirectionFilter filter = new DirectionFilter(round, field, state, q);
		int shown = Math.max(0, page);
		model.addAttribute("filter", filter);
		model.addAttribute("directions", directory.find(actor, filter, shown, PAGE));
		model.addAttribute("total", directory.count(actor, filter));
		model.addAttribute("page", shown);
		model.addAttribute("size", PAGE);
		model.addAttribute("states", State.values());
		model.addAttribute("fields", fields.findAllByOrderByPosition());
		model.addAttribute("fieldNames", fieldNames(locale));
		model.addAttribute("rounds", actor.readsEverything() ? rounds.findAllByOrderByYearDescIdDesc() : List.of());
		model.addAttribute("drafts", actor.isOffice());
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
			return start(actor, round, title, question, texts(ex, locale), model, locale);
		}
	}

	@GetMapping("/directions/{id}/edit")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		GuideDirection direction = editable(actor, id);
		return editor(actor, direction, DirectionForm.of(direction), Map.of(), model);
	}

	@PostMapping("/directions/{id}/edit")
	String save(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") DirectionForm form, HttpServletResponse response, RedirectAttributes next,
			Model model, Locale locale) {
		try {
			directions.save(actor, id, form.version(), form.content());
			next.addFlashAttribute("saved", true);
			return "redirect:/directions/" + id + "/edit";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return editor(actor, editable(actor, id), form, texts(ex, locale), model);
		}
		catch (Stale ex) {
			GuideDirection there = editable(actor, id);
			response.setStatus(409);
			model.addAttribute("theirs", there);
			model.addAttribute("difference", TextDifference.between(there.text(), form.text()));
			return editor(actor, there, form.over(there), Map.of(), model);
		}
	}

	private GuideDirection editable(Person actor, long id) {
		GuideDirection direction = directions.forEditing(actor, id);
		if (!direction.state().isEditable()) {
			throw new Stale("guide.stale.notEditable");
		}
		return direction;
	}

	private String editor(Person actor, GuideDirection direction, DirectionForm form, Map<String, String> problems,
			Model model) {
		model.addAttribute("direction", direction);
		model.addAttribute("form", form);
		model.addAttribute("problems", problems);
		model.addAttribute("advice", direction.content().advice());
		model.addAttribute("categories", categories.openTo(direction.category()));
		model.addAttribute("sources", directory.open(actor, direction.id()).sources());
		model.addAttribute("task", task(direction));
		return "guide/edit";
	}

	/** The task that waits for this text, to go back to. */
	private String task(GuideDirection direction) {
		return List.of("draftDirection", "reviseDirection", "answerObjections")
			.stream()
			.flatMap((step) -> inbox.openAbout(step, direction.subject().ref()).stream())
			.map(InboxItem::id)
			.findFirst()
			.orElse(null);
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
	private static Map<Integer, TextDifference> changes(List<DirectionVersion> versions) {
		Map<Integer, TextDifference> changes = new LinkedHashMap<>();
		for (int i = 0; i + 1 < versions.size(); i++) {
			changes.put(versions.get(i).number(),
					TextDifference.between(versions.get(i + 1).text(), versions.get(i).text()));
		}
		return changes;
	}

	private Map<String, String> texts(InvalidInput invalid, Locale locale) {
		Map<String, String> texts = new LinkedHashMap<>();
		invalid.problems()
			.forEach((problem) -> texts.putIfAbsent(problem.field(),
					messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)));
		return texts;
	}

}
