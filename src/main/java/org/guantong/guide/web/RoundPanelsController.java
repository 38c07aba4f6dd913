package org.guantong.guide.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import org.guantong.fund.Rounds;
import org.guantong.guide.PanelBatchService;
import org.guantong.guide.PanelBatchService.Confirmed;
import org.guantong.guide.RoundPanels.Awaiting;
import org.guantong.identity.Person;
import org.guantong.shared.FieldProblem;

/** All panels of a round that wait for the office, proposed and confirmed together. */
@Controller
@RequestMapping
class RoundPanelsController {

	private final PanelBatchService batch;

	private final Rounds rounds;

	private final MessageSource messages;

	RoundPanelsController(PanelBatchService batch, Rounds rounds, MessageSource messages) {
		this.batch = batch;
		this.rounds = rounds;
		this.messages = messages;
	}

	@GetMapping("/rounds/{id}/panels")
	String show(@AuthenticationPrincipal Person actor, @PathVariable long id, Model model) {
		model.addAttribute("awaiting", batch.awaiting(actor, id));
		model.addAttribute("round", rounds.require(id));
		return "guide/panels";
	}

	@PostMapping("/rounds/{id}/panels/propose")
	String propose(@AuthenticationPrincipal Person actor, @PathVariable long id, RedirectAttributes next) {
		next.addFlashAttribute("proposed", batch.propose(actor, id));
		return "redirect:/rounds/" + id + "/panels";
	}

	@PostMapping("/rounds/{id}/panels/confirm")
	String confirm(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestParam(required = false) List<Long> directions, RedirectAttributes next, Locale locale) {
		List<Confirmed> report = batch.confirm(actor, id, directions == null ? List.of() : directions);
		Map<String, String> left = new LinkedHashMap<>();
		report.stream()
			.filter((one) -> one.problem() != null)
			.forEach((one) -> left.put(one.direction().code() + " " + one.direction().title(),
					sentence(one.problem(), locale)));
		next.addFlashAttribute("confirmed", report.size() - left.size());
		next.addFlashAttribute("left", left);
		return "redirect:/rounds/" + id + "/panels";
	}

	@GetMapping("/api/rounds/{id}/panels")
	@ResponseBody
	List<Awaiting> awaiting(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return batch.awaiting(actor, id);
	}

	@PostMapping("/api/rounds/{id}/panels/propose")
	@ResponseBody
	Map<String, Integer> proposeAll(@AuthenticationPrincipal Person actor, @PathVariable long id) {
		return Map.of("proposed", batch.propose(actor, id));
	}

	@PostMapping("/api/rounds/{id}/panels/confirm")
	@ResponseBody
	List<Confirmed> confirmAll(@AuthenticationPrincipal Person actor, @PathVariable long id,
			@RequestBody List<Long> directions) {
		return batch.confirm(actor, id, directions);
	}

	private String sentence(FieldProblem problem, Locale locale) {
		return messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale);
	}

}
