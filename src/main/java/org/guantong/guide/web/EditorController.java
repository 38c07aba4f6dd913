package org.guantong.guide.web;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.GrantCategories;
import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.DirectionForm;
import org.guantong.guide.drafting.EditingService;
import org.guantong.guide.drafting.EditingService.Desk;
import org.guantong.guide.drafting.EditingService.Standing;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.TextField;
import org.guantong.guide.drafting.TextMerge;
import org.guantong.guide.drafting.TextMerge.Side;
import org.guantong.guide.drafting.WordingService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.wording.Criterion;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxItem;
import org.guantong.workflow.form.ProblemTexts;

/** The editor of a direction: a plain form, saved by itself too where there is script. */
@Controller
class EditorController {

	private final EditingService editing;

	private final RemarkService remarks;

	private final WordingService wording;

	private final DirectionDirectory directory;

	private final CodeSuggestions suggestions;

	private final GrantCategories categories;

	private final Inbox inbox;

	private final MessageSource messages;

	EditorController(EditingService editing, RemarkService remarks, WordingService wording,
			DirectionDirectory directory, CodeSuggestions suggestions, GrantCategories categories, Inbox inbox,
			MessageSource messages) {
		this.editing = editing;
		this.remarks = remarks;
		this.wording = wording;
		this.directory = directory;
		this.suggestions = suggestions;
		this.categories = categories;
		this.inbox = inbox;
		this.messages = messages;
	}

	/**
	 * @param resume whether to go on with one's own unsaved text
	 */
	@GetMapping("/directions/{id}/edit")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) String resume, Model model) {
		Desk desk = editing.open(actor, id);
		DirectionForm form = resume == null ? desk.form() : desk.unfinished().orElse(desk.form());
		model.addAttribute("unfinished", resume == null && desk.unfinished().isPresent());
		return editor(actor, desk, form, Map.of(), model);
	}

	/**
	 * @param resolve a thread of remarks that this text settles
	 */
	@PostMapping("/directions/{id}/edit")
	String save(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") DirectionForm form, @RequestParam(required = false) Long resolve,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			editing.save(actor, id, form);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return editor(actor, editing.open(actor, id), form, ProblemTexts.of(ex.problems(), messages, locale),
					model);
		}
		catch (Stale ex) {
			// not ours to write any more: told as everywhere; else both texts side by
			// side
			GuideDirection there = editing.open(actor, id).direction();
			response.setStatus(409);
			model.addAttribute("direction", there);
			model.addAttribute("form", form);
			model.addAttribute("choices", editing.compare(actor, id, form).choices());
			return "guide/merge";
		}
		if (resolve != null) {
			remarks.resolve(actor, resolve, true);
		}
		next.addFlashAttribute("saved", true);
		return "redirect:/directions/" + id + "/edit";
	}

	/** Looks at what is typed by the five criteria; saves nothing. */
	@PostMapping("/directions/{id}/check")
	String check(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") DirectionForm form, Model model) {
		model.addAttribute("checked", true);
		return editor(actor, editing.open(actor, id), form, Map.of(), model);
	}

	/**
	 * @param criteria those the officer has checked
	 */
	@PostMapping("/directions/{id}/criteria")
	String tick(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) Set<Criterion> criteria) {
		wording.tick(actor, id, criteria == null ? EnumSet.noneOf(Criterion.class) : criteria);
		return "redirect:/directions/" + id + "#wording";
	}

	/**
	 * Puts the chosen fields together and shows them in the editor; nothing is saved yet.
	 */
	@PostMapping("/directions/{id}/merge")
	String merge(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") DirectionForm form, @RequestParam Map<String, String> parameters, Model model) {
		Map<TextField, Side> chosen = new EnumMap<>(TextField.class);
		for (TextField field : TextField.values()) {
			boolean theirs = Side.THEIRS.name().equals(parameters.get("keep-" + field.key()));
			chosen.put(field, theirs ? Side.THEIRS : Side.MINE);
		}
		Desk desk = editing.open(actor, id);
		model.addAttribute("merged", true);
		return editor(actor, desk, TextMerge.merged(desk.direction(), editing.latest(actor, id), form, chosen),
				Map.of(), model);
	}

	/**
	 * What the script of the editor page sends while somebody types. Answers with where
	 * the writer stands; 422 names what cannot be saved yet, 409 says somebody else did.
	 */
	@PutMapping("/directions/{id}/text")
	ResponseEntity<Map<String, Object>> autosave(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody DirectionForm form, Locale locale) {
		try {
			Standing standing = editing.autosave(actor, id, form);
			return ResponseEntity
				.ok(Map.of("version", standing.version(), "base", standing.base(), "others", standing.others()));
		}
		catch (InvalidInput ex) {
			return ResponseEntity.unprocessableEntity()
				.body(Map.of("problems", ProblemTexts.of(ex.problems(), messages, locale)));
		}
		catch (Stale ex) {
			return ResponseEntity.status(409)
				.body(Map.of("problem", messages.getMessage(ex.messageKey(), null, locale)));
		}
	}

	@PostMapping("/directions/{id}/discard")
	String discard(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		editing.discard(actor, id);
		return "redirect:/directions/" + id + "/edit";
	}

	private String editor(Person actor, Desk desk, DirectionForm form, Map<String, String> problems, Model model) {
		GuideDirection direction = desk.direction();
		model.addAttribute("direction", direction);
		model.addAttribute("form", form);
		model.addAttribute("others", desk.others());
		model.addAttribute("problems", problems);
		model.addAttribute("wording", wording.typed(actor, direction.id(), form));
		model.addAttribute("categories", categories.openTo(direction.category()));
		model.addAttribute("suggestions", suggestions.of(direction));
		model.addAttribute("threads",
				remarks.of(actor, direction.id()).stream().filter((thread) -> !thread.isResolved()).toList());
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

}
