package org.guantong.question.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandService;
import org.guantong.identity.Person;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.web.DistillationFilter.View;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.form.EntryForms;

/** The officer's page to make questions of a round's demands, until none is open. */
@Controller
class DistillationController {

	private static final String ASIDE = "question/aside";

	private final QuestionService questions;

	private final DistillationService distillation;

	private final DistillationDesk desk;

	private final DemandService demands;

	private final EntryForms forms;

	DistillationController(QuestionService questions, DistillationService distillation, DistillationDesk desk,
			DemandService demands, EntryForms forms) {
		this.questions = questions;
		this.distillation = distillation;
		this.desk = desk;
		this.demands = demands;
		this.forms = forms;
	}

	/** An open demand or question that keeps the distillation from being closed. */
	record Open(String messageKey, List<Object> arguments, String path) {

		static Open of(FieldProblem problem) {
			String path = problem.field().isEmpty() ? null : "/" + problem.field().replace("-", "s/");
			return new Open(problem.messageKey(), problem.arguments(), path);
		}

	}

	@GetMapping("/rounds/{id}/distillation")
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "GROUPS") View view, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) Long field, @RequestParam(required = false) Long coFunder,
			@RequestParam(defaultValue = "0") int page, @RequestParam(required = false) Long proposed) {
		questions.requireWatcher(me);
		ModelAndView shown = desk.lay(me, id, new DistillationFilter(view, q, field, coFunder), Math.max(0, page));
		if (proposed != null) {
			ScientificQuestion question = questions.require(me, proposed);
			shown.addObject("proposed", question);
		}
		return shown;
	}

	@PostMapping("/rounds/{id}/distillation/close")
	ModelAndView close(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.requireDistiller(me);
		try {
			distillation.close(me, id);
			return new ModelAndView("redirect:/rounds/" + id + "/distillation");
		}
		catch (InvalidInput refused) {
			ModelAndView again = desk.lay(me, id, new DistillationFilter(View.GROUPS, "", null, null), 0);
			again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
			return again.addObject("open", refused.problems().stream().map(Open::of).toList());
		}
	}

	@PostMapping("/rounds/{id}/distillation/reopen")
	String reopen(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") String reason) {
		distillation.reopen(me, id, reason);
		return "redirect:/rounds/" + id + "/distillation";
	}

	@PostMapping("/rounds/{id}/distillation/apart/forget")
	String forgetApart(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestParam long first,
			@RequestParam long second) {
		distillation.forgetApart(me, first, second);
		return "redirect:/rounds/" + id + "/distillation?view=APART";
	}

	@GetMapping("/demands/{id}/aside")
	ModelAndView blankReason(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.requireDistiller(me);
		return forms.show("demand-aside", ASIDE, Map.of()).addObject("demand", demands.require(me, id));
	}

	@PostMapping("/demands/{id}/aside")
	ModelAndView setAside(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, Locale locale) {
		questions.requireDistiller(me);
		Demand demand = demands.require(me, id);
		ModelAndView page = forms.take("demand-aside", ASIDE, params, Map.of(), locale, (form) -> {
			distillation.setDemandAside(me, id, form.text("reason"));
			return "/rounds/" + demand.roundId() + "/distillation?view=ASIDE";
		});
		return page.getViewName().startsWith("redirect:") ? page : page.addObject("demand", demand);
	}

	@PostMapping("/demands/{id}/take-back")
	String takeBack(@AuthenticationPrincipal Person me, @PathVariable long id) {
		distillation.takeDemandBack(me, id);
		return "redirect:/rounds/" + demands.require(me, id).roundId() + "/distillation?view=ASIDE";
	}

}
