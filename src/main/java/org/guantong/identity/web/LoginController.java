package org.guantong.identity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.identity.SignInSuggestions;
import org.guantong.identity.SignInSuggestions.Suggestion;
import org.guantong.identity.signin.TooManyAttempts;

/** The sign-in page. */
@Controller
class LoginController {

	private final ObjectProvider<SignInSuggestions> suggestions;

	LoginController(ObjectProvider<SignInSuggestions> suggestions) {
		this.suggestions = suggestions;
	}

	/** Whom a demonstration offers, by role in the order of the roles. */
	@ModelAttribute("suggestions")
	Map<Role, List<Suggestion>> suggestions() {
		List<Suggestion> all = suggestions.stream().flatMap((source) -> source.suggestions().stream()).toList();
		return all.stream().collect(Collectors.groupingBy(Suggestion::role, LinkedHashMap::new, Collectors.toList()));
	}

	@GetMapping("/login")
	String form(@AuthenticationPrincipal Person person,
			@RequestParam(name = "signed-out", required = false) String signedOut, Model model) {
		model.addAttribute("signedOut", signedOut != null);
		return person == null ? "identity/login" : "redirect:/";
	}

	/** Reached by forward only, when the form was not accepted. */
	@PostMapping("/login/failed")
	String failed(@RequestAttribute(name = SignInFailure.ATTRIBUTE, required = false) AuthenticationException cause,
			@RequestParam(defaultValue = "") String username, Model model, HttpServletResponse response) {
		if (cause == null) {
			return "redirect:/login";
		}
		model.addAttribute("username", username);
		if (cause instanceof TooManyAttempts limit) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(limit.waitingTime().toSeconds() + 1));
			model.addAttribute("minutes", limit.minutes());
		}
		else {
			response.setStatus(HttpStatus.UNAUTHORIZED.value());
			model.addAttribute("wrong", true);
		}
		return "identity/login";
	}

}
