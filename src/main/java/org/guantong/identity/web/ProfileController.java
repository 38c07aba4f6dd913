package org.guantong.identity.web;

import java.time.Clock;
import java.time.LocalDate;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.identity.ProfileService;
import org.guantong.identity.SubstitutionService;
import org.guantong.identity.Substitutions;

/** A person's own page: mails, absences. */
@Controller
@RequestMapping("/profile")
class ProfileController {

	private final ProfileService profiles;

	private final SubstitutionService substitutions;

	private final Substitutions standIns;

	private final Clock clock;

	ProfileController(ProfileService profiles, SubstitutionService substitutions, Substitutions standIns, Clock clock) {
		this.profiles = profiles;
		this.substitutions = substitutions;
		this.standIns = standIns;
		this.clock = clock;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, Model model) {
		return page(actor, model);
	}

	@PostMapping
	String changeReach(@AuthenticationPrincipal Person actor, @ModelAttribute("form") ProfileForm form,
			BindingResult problems, HttpServletResponse response, Model model, RedirectAttributes next) {
		String email = form.email() == null ? "" : form.email().strip();
		if (!FormProblems.accepted(problems, response, () -> profiles.changeReach(actor, email, form.language()))) {
			return page(actor, model);
		}
		next.addFlashAttribute("notice", "identity.profile.saved");
		return "redirect:/profile";
	}

	@PostMapping("/absences")
	String arrange(@AuthenticationPrincipal Person actor, @ModelAttribute("absence") AbsenceForm form,
			BindingResult problems, HttpServletResponse response, Model model, RedirectAttributes next) {
		if (!FormProblems.accepted(problems, response,
				() -> substitutions.arrange(actor, actor.id(), form.substituteId(), form.firstDay(), form.lastDay()))) {
			return page(actor, model);
		}
		next.addFlashAttribute("notice", "identity.absence.arranged");
		return "redirect:/profile";
	}

	@PostMapping("/absences/{id}/end")
	String end(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		substitutions.end(actor, id);
		next.addFlashAttribute("notice", "identity.absence.ended");
		return "redirect:/profile";
	}

	private String page(Person actor, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new ProfileForm(actor.email(), actor.language()));
		}
		if (!model.containsAttribute("absence")) {
			String today = LocalDate.now(clock).toString();
			model.addAttribute("absence", new AbsenceForm(null, today, ""));
		}
		model.addAttribute("person", actor);
		model.addAttribute("absences", substitutions.comingOf(actor, actor.id()));
		model.addAttribute("candidates", substitutions.candidatesFor(actor, actor.id()));
		model.addAttribute("standsInFor", standIns.peopleSubstitutedBy(actor.id()));
		return "identity/profile";
	}

}
