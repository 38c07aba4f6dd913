package org.guantong.question.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;

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
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/** The officer's page to make questions of a round's demands. */
@Controller
class DistillationController {

	private static final String PAGE = "question/distillation";

	private static final String ASIDE = "question/aside";

	private final QuestionService questions;

	private final QuestionDemands sources;

	private final QuestionPermissions permissions;

	private final Proposals proposals;

	private final RoundService rounds;

	private final DemandService demands;

	private final EntryForms forms;

	DistillationController(QuestionService questions, QuestionDemands sources, QuestionPermissions permissions,
			Proposals proposals, RoundService rounds, DemandService demands, EntryForms forms) {
		this.questions = questions;
		this.sources = sources;
		this.permissions = permissions;
		this.proposals = proposals;
		this.rounds = rounds;
		this.demands = demands;
		this.forms = forms;
	}

	@GetMapping("/rounds/{id}/distillation")
	ModelAndView show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.requireWatcher(me);
		return describe(me, id, forms.show("question", PAGE, QuestionInput.candidates(sources.waiting(id))));
	}

	@PostMapping("/rounds/{id}/questions")
	ModelAndView propose(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, Locale locale) {
		questions.requireDistiller(me);
		Map<String, Object> known = QuestionInput.candidates(sources.waiting(id));
		return describe(me, id,
				forms.take("question", PAGE, params, known, locale, (form) -> "/questions/" + propose(me, id, form)));
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
			questions.setDemandAside(me, id, form.text("reason"));
			return "/rounds/" + demand.roundId() + "/distillation";
		});
		return page.getViewName().startsWith("redirect:") ? page : page.addObject("demand", demand);
	}

	@PostMapping("/demands/{id}/take-back")
	String takeBack(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.takeDemandBack(me, id);
		return "redirect:/rounds/" + demands.require(me, id).roundId() + "/distillation";
	}

	private long propose(Person me, long roundId, FormData form) {
		List<Long> chosen = form.choices("demandIds").stream().map(Long::valueOf).toList();
		return questions.propose(me, roundId, form.text("title"), chosen).id();
	}

	private ModelAndView describe(Person me, long roundId, ModelAndView page) {
		if (!page.getViewName().startsWith("redirect:")) {
			page.addObject("round", rounds.require(me, roundId))
				.addObject("waiting", proposals.of(roundId))
				.addObject("aside", sources.setAside(roundId))
				.addObject("mayDistil", permissions.mayDistil(me));
		}
		return page;
	}

}
