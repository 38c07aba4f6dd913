package org.guantong.question.web;

import java.util.List;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.Consultations;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.QuestionList;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;
import org.guantong.workflow.Inbox;
import org.guantong.workflow.InboxFilter;

/** Pages of the questions: the list, and one with its demands and what was said to it. */
@Controller
@RequestMapping("/questions")
class QuestionController {

	private static final int SIZE = 20;

	private final QuestionService questions;

	private final QuestionDemands sources;

	private final Consultations consultations;

	private final QuestionPermissions permissions;

	private final RoundService rounds;

	private final Inbox inbox;

	QuestionController(QuestionService questions, QuestionDemands sources, Consultations consultations,
			QuestionPermissions permissions, RoundService rounds, Inbox inbox) {
		this.questions = questions;
		this.sources = sources;
		this.consultations = consultations;
		this.permissions = permissions;
		this.rounds = rounds;
		this.inbox = inbox;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long round,
			@RequestParam(required = false) ScientificQuestion.State state, @RequestParam(defaultValue = "") String q,
			@RequestParam(defaultValue = "0") int page, Model model) {
		int shown = Math.max(0, page);
		QuestionList.Filter filter = new QuestionList.Filter(round, state, q);
		QuestionList.Page found = questions.find(me, filter, shown, SIZE);
		model.addAttribute("filter", filter);
		model.addAttribute("items", found.items());
		model.addAttribute("total", found.total());
		model.addAttribute("page", shown);
		model.addAttribute("size", SIZE);
		model.addAttribute("states", ScientificQuestion.State.values());
		model.addAttribute("rounds", rounds.list(me));
		return "question/list";
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		ScientificQuestion question = questions.require(me, id);
		boolean watches = permissions.mayWatch(me);
		List<Source> all = sources.of(id);
		List<Source> shown = all.stream()
			.filter((source) -> watches || source.coFunderId() == me.organisationId())
			.toList();
		boolean distils = permissions.mayDistil(me) && question.state() == ScientificQuestion.State.DRAFT;
		model.addAttribute("question", question);
		model.addAttribute("round", rounds.require(me, question.roundId()));
		model.addAttribute("demands", shown);
		model.addAttribute("others", all.size() - shown.size());
		model.addAttribute("answers",
				consultations.of(id)
					.stream()
					.filter((answer) -> watches || answer.coFunderId() == me.organisationId())
					.toList());
		model.addAttribute("distils", distils);
		model.addAttribute("waiting", distils ? sources.waiting(question.roundId()) : List.of());
		model.addAttribute("tasks",
				inbox.list(me, InboxFilter.ALL, 0, 100)
					.stream()
					.filter((item) -> item.process().equals("question-distillation")
							&& item.subject().ref().equals(question.subject().ref()))
					.toList());
		return "question/question";
	}

	@PostMapping("/{id}/demands")
	String merge(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestParam long demandId) {
		questions.merge(me, id, demandId);
		return "redirect:/questions/" + id;
	}

	@PostMapping("/{id}/demands/{demandId}/remove")
	String split(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable long demandId) {
		questions.split(me, id, demandId);
		return "redirect:/questions/" + id;
	}

}
