package org.guantong.guide.web;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.guide.DirectionService;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.drafting.CareService;
import org.guantong.guide.drafting.RemarkService;
import org.guantong.guide.drafting.TextField;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;
import org.guantong.workflow.form.ProblemTexts;

/**
 * What the office does about a direction besides writing it: remark, hand over, give up.
 */
@Controller
class CareController {

	private final CareService care;

	private final RemarkService remarks;

	private final DirectionService directions;

	private final MessageSource messages;

	CareController(CareService care, RemarkService remarks, DirectionService directions, MessageSource messages) {
		this.care = care;
		this.remarks = remarks;
		this.directions = directions;
		this.messages = messages;
	}

	@PostMapping("/directions/{id}/officer")
	String assign(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam long officer) {
		care.assign(actor, id, officer);
		return "redirect:/directions/" + id;
	}

	@GetMapping("/directions/{id}/withdraw")
	String askWithdrawal(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		GuideDirection direction = directions.forEditing(actor, id);
		if (!direction.state().isWithdrawable()) {
			throw new Stale("guide.stale.ended");
		}
		model.addAttribute("direction", direction);
		model.addAttribute("reason", "");
		model.addAttribute("problems", Map.of());
		return "guide/withdraw";
	}

	@PostMapping("/directions/{id}/withdraw")
	String withdraw(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(defaultValue = "") String reason, HttpServletResponse response, Model model, Locale locale) {
		try {
			care.withdraw(actor, id, reason);
			return "redirect:/directions/" + id;
		}
		catch (InvalidInput ex) {
			response.setStatus(422);
			model.addAttribute("direction", directions.forEditing(actor, id));
			model.addAttribute("reason", reason);
			model.addAttribute("problems", ProblemTexts.of(ex.problems(), messages, locale));
			return "guide/withdraw";
		}
	}

	/**
	 * @param passage the field and the words remarked upon, as {@code TEXT:…}
	 */
	@PostMapping("/directions/{id}/remarks")
	String remark(@AuthenticationPrincipal Person actor, @PathVariable long id, @RequestParam String passage,
			@RequestParam(defaultValue = "") String body, RedirectAttributes next, Locale locale) {
		int colon = passage.indexOf(':');
		try {
			remarks.begin(actor, id, TextField.valueOf(passage.substring(0, Math.max(0, colon))),
					passage.substring(colon + 1), body);
		}
		catch (InvalidInput ex) {
			refuse(next, ex, body, locale);
			next.addFlashAttribute("remarkPassage", passage);
		}
		catch (IllegalArgumentException ex) {
			throw new Stale("guide.stale.passage");
		}
		return "redirect:/directions/" + id + "#remarks";
	}

	@PostMapping("/directions/remarks/{thread}")
	String answer(@AuthenticationPrincipal Person actor, @PathVariable long thread,
			@RequestParam(defaultValue = "") String body, @RequestParam(required = false) Boolean resolved,
			RedirectAttributes next, Locale locale) {
		long direction = remarks.directionOf(actor, thread);
		try {
			if (resolved != null) {
				remarks.resolve(actor, thread, resolved);
			}
			else {
				remarks.answer(actor, thread, body);
			}
		}
		catch (InvalidInput ex) {
			refuse(next, ex, body, locale);
			next.addFlashAttribute("remarkThread", thread);
		}
		return "redirect:/directions/" + direction + "#remarks";
	}

	private void refuse(RedirectAttributes next, InvalidInput ex, String body, Locale locale) {
		next.addFlashAttribute("remarkProblem", ProblemTexts.of(ex.problems(), messages, locale).get("body"));
		next.addFlashAttribute("remarkBody", body);
	}

}
