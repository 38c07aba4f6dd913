package org.guantong.guide.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.guide.desk.Desk;
import org.guantong.guide.desk.DeskDraft;
import org.guantong.guide.desk.DeskReview;
import org.guantong.guide.desk.DeskService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.form.ProblemTexts;

/** The reviewer's desk: all of one expert's directions on one page. */
@Controller
@RequestMapping("/reviews")
class DeskController {

	private final DeskService desks;

	private final MessageSource messages;

	DeskController(DeskService desks, MessageSource messages) {
		this.desks = desks;
		this.messages = messages;
	}

	@GetMapping
	String desk(@AuthenticationPrincipal Person actor, Model model) {
		return show(desks.open(actor), model);
	}

	/** Keeps a draft; with {@code submit} goes on to read it over. */
	@PostMapping("/{task}")
	String save(@AuthenticationPrincipal Person actor, @PathVariable String task,
			@RequestParam MultiValueMap<String, String> params,
			@RequestParam(name = "_version", defaultValue = "0") int version,
			@RequestParam(name = "_action", defaultValue = "save") String action, HttpServletResponse response,
			RedirectAttributes next, Model model) {
		DeskDraft draft = draft(params);
		try {
			desks.save(actor, task, draft, version);
		}
		catch (Stale ex) {
			return overtaken(actor, task, draft, response, model);
		}
		if ("submit".equals(action)) {
			return "redirect:/reviews/check?task=" + task;
		}
		next.addFlashAttribute("saved", task);
		return "redirect:/reviews#r-" + task;
	}

	/** Saves what is being typed; answers the version for the next save. */
	@PostMapping("/{task}/autosave")
	@ResponseBody
	Map<String, Object> autosave(@AuthenticationPrincipal Person actor, @PathVariable String task,
			@RequestParam MultiValueMap<String, String> params,
			@RequestParam(name = "_version", defaultValue = "0") int version) {
		int saved = desks.save(actor, task, draft(params), version);
		return Map.of("version", saved, "complete", desks.review(actor, task, null).isComplete());
	}

	/**
	 * What would be handed in, to read it over; all that are complete when none is named.
	 */
	@GetMapping("/check")
	String check(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") List<String> task,
			Model model) {
		List<DeskReview> reviews = desks.open(actor).reviews();
		model.addAttribute("chosen",
				reviews.stream()
					.filter((review) -> task.isEmpty() ? review.isBegun() : task.contains(review.task().id()))
					.toList());
		return "guide/reviews-check";
	}

	@PostMapping("/submit")
	String submit(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") List<String> task,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(defaultValue = "false") boolean pledge,
			HttpServletResponse response, RedirectAttributes next, Model model, java.util.Locale locale) {
		Map<String, Integer> versions = new LinkedHashMap<>();
		task.forEach((one) -> versions.put(one, number(params.getFirst("version-" + one))));
		try {
			next.addFlashAttribute("handed", desks.submit(actor, versions, pledge));
			return "redirect:/reviews";
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("problems", ProblemTexts.of(ex.problems(), messages, locale));
			return check(actor, task, model);
		}
	}

	/** The desk as it stands, with what was typed here, so that nothing is lost. */
	private String overtaken(Person actor, String task, DeskDraft typed, HttpServletResponse response, Model model) {
		Desk desk = desks.open(actor);
		response.setStatus(409);
		model.addAttribute("overtaken", task);
		List<DeskReview> reviews = desk.reviews()
			.stream()
			.map((review) -> review.task().id().equals(task) ? desks.review(actor, task, typed) : review)
			.toList();
		return show(new Desk(desk.invitations(), reviews, desk.done()), model);
	}

	private static String show(Desk desk, Model model) {
		model.addAttribute("desk", desk);
		model.addAttribute("grades", List.of(1, 2, 3, 4, 5));
		return "guide/reviews";
	}

	private static DeskDraft draft(MultiValueMap<String, String> params) {
		List<String> points = new ArrayList<>();
		for (String name = "scores[0].points"; params
			.containsKey(name); name = "scores[" + points.size() + "].points") {
			points.add(params.getFirst(name));
		}
		return new DeskDraft(points, params.getFirst("recommendation"), params.getFirst("comment"));
	}

	private static int number(String text) {
		return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
	}

}
