package org.guantong.identity.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.OrganisationKind;
import org.guantong.identity.OrganisationService;
import org.guantong.identity.Person;

/** The office's pages about organisations. */
@Controller
@RequestMapping("/admin/organisations")
class OrganisationController {

	private final OrganisationService service;

	OrganisationController(OrganisationService service) {
		this.service = service;
	}

	@ModelAttribute("kinds")
	OrganisationKind[] kinds() {
		return OrganisationKind.values();
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person actor, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, Model model) {
		model.addAttribute("organisations", service.find(actor, q, Math.max(0, page)));
		model.addAttribute("q", q);
		return "identity/organisations";
	}

	@GetMapping("/new")
	String blank(@AuthenticationPrincipal Person actor, Model model) {
		service.requireManager(actor);
		return form(null, new OrganisationForm(), model);
	}

	@PostMapping
	String add(@AuthenticationPrincipal Person actor, @ModelAttribute("form") OrganisationForm form,
			BindingResult problems, HttpServletResponse response, Model model, RedirectAttributes next) {
		return save(actor, null, form, problems, response, model, next);
	}

	@GetMapping("/{id}")
	String edit(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		return form(id, OrganisationForm.of(service.require(actor, id)), model);
	}

	@PostMapping("/{id}")
	String change(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@ModelAttribute("form") OrganisationForm form, BindingResult problems, HttpServletResponse response,
			Model model, RedirectAttributes next) {
		return save(actor, id, form, problems, response, model, next);
	}

	private String save(Person actor, Long id, OrganisationForm form, BindingResult problems,
			HttpServletResponse response, Model model, RedirectAttributes next) {
		if (!FormProblems.accepted(problems, response, () -> service.save(actor, form.asOrganisation(id)))) {
			return form(id, form, model);
		}
		next.addFlashAttribute("notice", "identity.organisation.saved");
		return "redirect:/admin/organisations";
	}

	private static String form(Long id, OrganisationForm form, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("form", form);
		return "identity/organisation";
	}

}
