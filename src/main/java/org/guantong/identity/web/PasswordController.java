package org.guantong.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.identity.PersonAuthentication;
import org.guantong.identity.ProfileService;
import org.guantong.identity.signin.Standing;
import org.guantong.identity.signin.Standings;
import org.guantong.identity.signin.TooManyAttempts;

/** The page on which a person replaces their password. */
@Controller
@RequestMapping("/profile/password")
class PasswordController {

	private final ProfileService profiles;

	private final Standings standings;

	PasswordController(ProfileService profiles, Standings standings) {
		this.profiles = profiles;
		this.standings = standings;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, Model model) {
		return page(actor, model);
	}

	@PostMapping
	String change(@AuthenticationPrincipal Person actor, @ModelAttribute("form") PasswordForm form,
			BindingResult problems, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes next) {
		try {
			if (!FormProblems.accepted(problems, response, () -> replace(actor, form, request, response))) {
				return page(actor, model);
			}
		}
		catch (TooManyAttempts limit) {
			problems.reject("identity.login.limited.remedy", new Object[] { limit.minutes() }, null);
			return page(actor, model);
		}
		next.addFlashAttribute("notice", "identity.password.changed");
		return "redirect:/profile";
	}

	/** This session goes on under the new password; all others are over. */
	private void replace(Person actor, PasswordForm form, HttpServletRequest request, HttpServletResponse response) {
		int number = profiles.changePassword(actor, form.current(), form.wanted(), form.repeated(),
				request.getRemoteAddr());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(new PersonAuthentication(actor, number));
		SecurityContextHolder.setContext(context);
		request.changeSessionId();
		new HttpSessionSecurityContextRepository().saveContext(context, request, response);
	}

	private String page(Person actor, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new PasswordForm("", "", ""));
		}
		model.addAttribute("person", actor);
		model.addAttribute("first", standings.of(actor.id()).filter(Standing::mustChangePassword).isPresent());
		return "identity/password";
	}

}
