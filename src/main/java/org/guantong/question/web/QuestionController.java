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

import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.QuestionList;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;

/** Pages of the questions: the list, and one with its demands and what was said to it. */
@Controller
@RequestMapping("/questions")
class QuestionController {

	private static final int SIZE = 20;

	private final QuestionService questions;

	private final QuestionView view;

	private final QuestionPermissions permissions;

	private final RoundService rounds;

	QuestionController(QuestionService questions, QuestionView view, QuestionPermissions permissions,
			RoundService rounds) {
		this.questions = questions;
		this.view = view;
		this.permissions = permissions;
		this.rounds = rounds;
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
		model.addAttribute("question", question);
		Round round = rounds.require(me, question.roundId());
		model.addAttribute("round", round);
		model.addAttribute("circling",
				permissions.mayWatch(me) && ConsultationBoard.isCircling(question, round.mostConsultations()));
		model.addAllAttributes(view.common(me, question));
		if (permissions.mayDistil(me) && question.state() == ScientificQuestion.State.DRAFT) {
			model.addAllAttributes(view.forDistilling(me, question));
		}
		return "question/question";
	}

	@PostMapping("/{id}/demands")
	String merge(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(name = "demandId", defaultValue = "") List<Long> demandIds) {
		questions.merge(me, id, demandIds);
		return "redirect:/questions/" + id;
	}

	@PostMapping("/{id}/demands/{demandId}/remove")
	String split(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable long demandId) {
		questions.split(me, id, demandId);
		return "redirect:/questions/" + id;
	}

	/** Takes the ticked demands out: to wait, to a new question, or to another one. */
	@PostMapping("/{id}/split")
	String split(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "") List<Long> demandIds, @RequestParam(defaultValue = "") String title,
			@RequestParam(required = false) Long questionId, @RequestParam(name = "_action") String action) {
		if (action.equals("own")) {
			return "redirect:/questions/" + questions.splitOff(me, id, title, demandIds).id();
		}
		if (action.equals("move") && questionId != null) {
			questions.move(me, id, questionId, demandIds);
			return "redirect:/questions/" + questionId;
		}
		questions.split(me, id, demandIds);
		return "redirect:/questions/" + id;
	}

}
