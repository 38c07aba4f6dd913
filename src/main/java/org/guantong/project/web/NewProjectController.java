package org.guantong.project.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.project.BudgetSchemes;
import org.guantong.project.NewProjectChoices;
import org.guantong.project.ProjectPermissions;
import org.guantong.project.ProjectService;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.ProblemTexts;

/**
 * The page where an officer enters a project: first the direction and the budget scheme,
 * then the rest, with the indicators of the demands filled in.
 */
@Controller
@RequestMapping("/projects/new")
class NewProjectController {

	private static final int STAGES = 5;

	private final ProjectService service;

	private final ProjectPermissions permissions;

	private final BudgetSchemes schemes;

	private final NewProjectChoices choices;

	private final MessageSource messages;

	NewProjectController(ProjectService service, ProjectPermissions permissions, BudgetSchemes schemes,
			NewProjectChoices choices, MessageSource messages) {
		this.service = service;
		this.permissions = permissions;
		this.schemes = schemes;
		this.choices = choices;
		this.messages = messages;
	}

	@GetMapping
	String blank(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String direction,
			@RequestParam(defaultValue = "2024") String scheme, Model model) {
		if (!permissions.mayEnter(actor)) {
			throw new AccessDeniedException("only the office enters projects");
		}
		ProjectForm form = new ProjectForm();
		form.setDirection(direction);
		form.setScheme(scheme);
		ProjectForm.StageRow first = new ProjectForm.StageRow();
		first.setIndicators(String.join("\n", choices.indicatorsOf(direction)));
		form.getMilestones().add(first);
		return show(form, Map.of(), model);
	}

	@PostMapping
	String enter(@AuthenticationPrincipal Person actor, @ModelAttribute("form") ProjectForm form, Model model,
			HttpServletResponse response, Locale locale, RedirectAttributes next) {
		try {
			long id = service.enter(actor, form.asProject()).id();
			next.addFlashAttribute("notice", "project.new.entered");
			return "redirect:/projects/" + id;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return show(form, ProblemTexts.of(ex.problems(), messages, locale), model);
		}
	}

	private String show(ProjectForm form, Map<String, String> found, Model model) {
		var lines = schemes.lines(form.getScheme());
		for (int index = form.getBudget().size(); index < lines.size(); index++) {
			ProjectForm.BudgetRow row = new ProjectForm.BudgetRow();
			row.setLine(lines.get(index).code());
			form.getBudget().add(row);
		}
		while (form.getMilestones().size() < STAGES) {
			form.getMilestones().add(new ProjectForm.StageRow());
		}
		model.addAttribute("form", form);
		model.addAttribute("problems", found);
		model.addAttribute("lines", lines);
		model.addAttribute("schemes", schemes.all());
		model.addAttribute("directions", choices.directions());
		model.addAttribute("categories", choices.categories());
		model.addAttribute("investigators", choices.investigators());
		return "project/new";
	}

}
