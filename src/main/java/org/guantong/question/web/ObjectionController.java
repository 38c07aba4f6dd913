package org.guantong.question.web;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.question.Objection;
import org.guantong.question.ObjectionService;

/** Talking about an objection on the question's page. */
@Controller
class ObjectionController {

	private final ObjectionService objections;

	ObjectionController(ObjectionService objections) {
		this.objections = objections;
	}

	@PostMapping("/objections/{id}/messages")
	String say(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") String text) {
		return page(objections.say(me, id, text));
	}

	@PostMapping("/objections/{id}/withdraw")
	String withdraw(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return page(objections.withdraw(me, id));
	}

	private static String page(Objection objection) {
		return "redirect:/questions/" + objection.questionId() + "#objection-" + objection.id();
	}

}
