package org.guantong.guide.web;

import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Fields;
import org.guantong.guide.adoption.SignOffService;
import org.guantong.guide.adoption.SignOffService.Answer;
import org.guantong.guide.adoption.SignOffService.Outcome;
import org.guantong.identity.Person;

/** All directions that wait for a co-funder's word, on one page. */
@Controller
@RequestMapping("/sign-off")
class SignOffController {

	private static final int PAGE = 25;

	private static final String AGREE = "AGREE";

	private final SignOffService signOff;

	private final Fields fields;

	private final MessageSource messages;

	SignOffController(SignOffService signOff, Fields fields, MessageSource messages) {
		this.signOff = signOff;
		this.fields = fields;
		this.messages = messages;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "0") int page, Model model,
			Locale locale) {
		return page(actor, Math.max(0, page), Map.of(), Map.of(), model, locale);
	}

	/**
	 * Takes {@code decision-<task>} and {@code reasons-<task>} for each direction shown
	 * ({@code task}); {@code rest=AGREE} agrees to those left open.
	 */
	@PostMapping
	String answer(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") List<String> task,
			@RequestParam(defaultValue = "") String rest, @RequestParam Map<String, String> typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		List<Answer> answers = new ArrayList<>();
		for (String id : task) {
			String decision = typed.getOrDefault("decision-" + id, rest);
			if (!decision.isEmpty()) {
				answers.add(new Answer(id, AGREE.equals(decision), typed.getOrDefault("reasons-" + id, "")));
			}
		}
		Outcome outcome = signOff.answer(actor, answers);
		if (outcome.problems().isEmpty()) {
			next.addFlashAttribute("taken", outcome.taken());
			return "redirect:/sign-off";
		}
		Map<String, String> problems = new LinkedHashMap<>();
		outcome.problems()
			.forEach((id, problem) -> problems.put("task-" + id,
					messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)));
		response.setStatus(422);
		model.addAttribute("taken", outcome.taken());
		return page(actor, 0, typed, problems, model, locale);
	}

	private String page(Person actor, int page, Map<String, String> typed, Map<String, String> problems, Model model,
			Locale locale) {
		Map<Long, String> names = new LinkedHashMap<>();
		fields.findAllByOrderByPosition().forEach((field) -> names.put(field.id(), field.in(locale)));
		model.addAttribute("waiting", signOff.waiting(actor, page, PAGE));
		model.addAttribute("page", page).addAttribute("size", PAGE).addAttribute("total", signOff.count(actor));
		model.addAttribute("fieldNames", names).addAttribute("typed", typed).addAttribute("problems", problems);
		return "guide/sign-off";
	}

}
