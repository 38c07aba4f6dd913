package org.guantong.question.web;

import java.time.Instant;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.matching.TextDifference;
import org.guantong.question.Objection;
import org.guantong.question.ObjectionService;
import org.guantong.question.QuestionService;
import org.guantong.question.web.ConsultationDesk.Answer;
import org.guantong.question.web.ConsultationDesk.Asked;
import org.guantong.question.web.ConsultationDesk.Outcome;

/** Consultations and objections as JSON: the same rules and services as the pages. */
@RestController
@RequestMapping("/api")
class ConsultationApi {

	private final ConsultationDesk desk;

	private final ObjectionService objections;

	private final QuestionService questions;

	private final RoundService rounds;

	ConsultationApi(ConsultationDesk desk, ObjectionService objections, QuestionService questions,
			RoundService rounds) {
		this.desk = desk;
		this.objections = objections;
		this.questions = questions;
		this.rounds = rounds;
	}

	/**
	 * One question to answer.
	 *
	 * @param changed whether the wording is another than the one answered last
	 * @param statementChange what changed; absent when asked for the first time
	 */
	record AskedJson(long questionId, String code, String title, String statement, int consultation, Instant due,
			boolean changed, TextDifference statementChange, Long objectionId, String taskId) {

		static AskedJson of(Asked one) {
			return new AskedJson(one.id(), one.question().code(), one.question().title(), one.question().statement(),
					one.question().consultationNumber(), one.task().due(), one.isChanged(), one.statement(),
					one.thread() == null ? null : one.thread().id(), one.task().id());
		}

	}

	record AnswerJson(long questionId, String opinion, String reasons) {
	}

	record Answers(List<AnswerJson> answers) {
	}

	record Said(String text) {
	}

	/** What the caller is asked about in the round. */
	@GetMapping("/rounds/{id}/consultation")
	List<AskedJson> asked(@AuthenticationPrincipal Person me, @PathVariable long id) {
		rounds.require(me, id);
		return desk.asked(me, id).stream().map(AskedJson::of).toList();
	}

	/** Sent: {@code answers}, each with questionId, opinion and reasons; all or none. */
	@PostMapping("/rounds/{id}/consultation")
	Outcome answer(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Answers sent) {
		rounds.require(me, id);
		List<AnswerJson> answers = sent.answers() == null ? List.of() : sent.answers();
		return desk.submit(me, id,
				answers.stream()
					.map((one) -> new Answer(one.questionId(), one.opinion() == null ? "" : one.opinion(),
							one.reasons() == null ? "" : one.reasons(), null))
					.toList());
	}

	@GetMapping("/questions/{id}/objections")
	List<Objection> objections(@AuthenticationPrincipal Person me, @PathVariable long id) {
		questions.require(me, id);
		return objections.of(me, id);
	}

	/** Sent: {@code text}. */
	@PostMapping("/objections/{id}/messages")
	@ResponseStatus(HttpStatus.CREATED)
	Objection say(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Said sent) {
		return objections.say(me, id, sent.text());
	}

	@PostMapping("/objections/{id}/withdraw")
	Objection withdraw(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return objections.withdraw(me, id);
	}

}
