package org.guantong.notification.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.notification.Delivery;
import org.guantong.notification.PreferenceService;

/** Where people choose when notices reach them. */
@Controller
@RequestMapping("/profile/notifications")
class PreferenceController {

	private final PreferenceService preferences;

	PreferenceController(PreferenceService preferences) {
		this.preferences = preferences;
	}

	@GetMapping
	String show(@AuthenticationPrincipal Person actor, Model model) {
		model.addAttribute("email", actor.email());
		model.addAttribute("chosen", preferences.chosenBy(actor));
		model.addAttribute("deliveries", Delivery.values());
		return "notification/preference";
	}

	@PostMapping
	String choose(@AuthenticationPrincipal Person actor, @RequestParam Delivery delivery, RedirectAttributes next) {
		preferences.choose(actor, delivery);
		next.addFlashAttribute("saved", true);
		return "redirect:/profile/notifications";
	}

}
