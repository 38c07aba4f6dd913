package org.guantong.review.web;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.identity.Person;
import org.guantong.review.directory.ExpertFileService;
import org.guantong.shared.InvalidInput;

/** Changes to where an expert belongs, when they are away, what binds them to others. */
@Controller
@RequestMapping("/experts/{id}")
class ExpertFileController {

	private final ExpertFileService files;

	private final ExpertView view;

	ExpertFileController(ExpertFileService files, ExpertView view) {
		this.files = files;
		this.view = view;
	}

	@PostMapping("/affiliations")
	String affiliate(@AuthenticationPrincipal Person actor, @PathVariable long id, ExpertInput.Affiliation typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			files.addAffiliation(actor, id, typed.affiliation());
			return view.done(actor, id, next);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return view.show(actor, id, ExpertInput.of(typed), view.problems("affiliation", ex, locale), model);
		}
	}

	@PostMapping("/affiliations/{affiliation}/end")
	String end(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long affiliation,
			RedirectAttributes next) {
		files.endAffiliation(actor, id, affiliation);
		return view.done(actor, id, next);
	}

	@PostMapping("/absences")
	String away(@AuthenticationPrincipal Person actor, @PathVariable long id, ExpertInput.Absence typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			files.addAbsence(actor, id, typed.absence());
			return view.done(actor, id, next);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return view.show(actor, id, ExpertInput.of(typed), view.problems("absence", ex, locale), model);
		}
	}

	@PostMapping("/absences/{absence}/remove")
	String back(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long absence,
			RedirectAttributes next) {
		files.removeAbsence(actor, id, absence);
		return view.done(actor, id, next);
	}

	@PostMapping("/ties")
	String tie(@AuthenticationPrincipal Person actor, @PathVariable long id, ExpertInput.Tie typed,
			HttpServletResponse response, RedirectAttributes next, Model model, Locale locale) {
		try {
			files.addTie(actor, id, typed.tie());
			return view.done(actor, id, next);
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			return view.show(actor, id, ExpertInput.of(typed), view.problems("tie", ex, locale), model);
		}
	}

	@PostMapping("/ties/{tie}/remove")
	String untie(@AuthenticationPrincipal Person actor, @PathVariable long id, @PathVariable long tie,
			RedirectAttributes next) {
		files.removeTie(actor, id, tie);
		return view.done(actor, id, next);
	}

}
