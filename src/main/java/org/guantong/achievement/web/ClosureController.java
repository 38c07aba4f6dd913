package org.guantong.achievement.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.achievement.ClosureDossier;
import org.guantong.achievement.ClosureService;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/** Closures as pages: how one stands, and how an officer opens one. */
@Controller
@RequestMapping("/closures")
class ClosureController {

	private final ClosureService closures;

	private final ClosureDossier dossier;

	private final MessageSource messages;

	ClosureController(ClosureService closures, ClosureDossier dossier, MessageSource messages) {
		this.closures = closures;
		this.dossier = dossier;
		this.messages = messages;
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		model.addAttribute("view", dossier.read(me, id));
		return "achievement/closure";
	}

	@GetMapping("/new")
	String ask(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long projectId, Model model) {
		return form(me, projectId, "", Map.of(), model);
	}

	@PostMapping
	String open(@AuthenticationPrincipal Person me, @RequestParam long projectId,
			@RequestParam(defaultValue = "") String dueOn, Model model, HttpServletResponse response, Locale locale) {
		try {
			return "redirect:/closures/" + closures.open(me, projectId, date(dueOn)).id();
		}
		catch (InvalidInput ex) {
			response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
			return form(me, projectId, dueOn, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	private String form(Person me, Long projectId, String dueOn, Map<String, String> problems, Model model) {
		model.addAttribute("projects", dossier.closable(me));
		model.addAttribute("projectId", projectId);
		model.addAttribute("dueOn", dueOn);
		model.addAttribute("problems", problems);
		return "achievement/open";
	}

	/** What is no date counts as none, which the service refuses by name. */
	private static LocalDate date(String text) {
		try {
			return LocalDate.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
