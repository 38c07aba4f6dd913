package org.guantong.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.core.annotation.Order;

import org.guantong.demand.Demand;
import org.guantong.identity.Person;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;
import org.guantong.workflow.InboxItem;

/**
 * Distilling: most questions agreed, one objected to and worded anew, one being worded,
 * one set aside.
 */
@ForDemonstration
@Order(4)
class DemoQuestions implements DemoStage {

	private final Script script;

	private final Cast cast;

	private final Desk desk;

	private final DemoFunds funds;

	private final DemoNeeds needs;

	private final QuestionService questions;

	private final DistillationService distillation;

	private final Map<String, Long> agreed = new HashMap<>();

	DemoQuestions(Script script, Cast cast, Desk desk, DemoFunds funds, DemoNeeds needs, QuestionService questions,
			DistillationService distillation) {
		this.script = script;
		this.cast = cast;
		this.desk = desk;
		this.funds = funds;
		this.needs = needs;
		this.questions = questions;
		this.distillation = distillation;
	}

	@Override
	public String play() {
		needs.aside().forEach((demand, reason) -> distillation.setDemandAside(cast.officer(), demand.id(), reason));
		script.questions().forEach(this::distil);
		return "%d scientific questions, %d of them agreed".formatted(script.questions().size(), agreed.size());
	}

	/** The agreed question of that key. */
	long agreed(String key) {
		return agreed.get(key);
	}

	private void distil(Script.Question wanted) {
		List<Demand> sources = needs.of(wanted.key());
		ScientificQuestion question = questions.propose(cast.officer(), funds.regional().id(), wanted.title(),
				sources.stream().map(Demand::id).toList());
		long caseId = desk.caseOf("question-distillation", question.subject().ref());
		String stage = wanted.stage() == null ? "AGREED" : wanted.stage();
		switch (stage) {
			case "WORDING" -> desk.await(cast.officer(), caseId, "wordQuestion");
			case "SET_ASIDE" -> desk.complete(cast.officer(), caseId, "wordQuestion",
					Map.of("decision", "setAside", "reason", wanted.reason()));
			default -> consult(wanted, caseId, (int) sources.stream().map(Demand::coFunderId).distinct().count());
		}
		if (stage.equals("AGREED")) {
			desk.awaitEnd(caseId);
			agreed.put(wanted.key(), question.id());
		}
	}

	/**
	 * Everybody agrees, unless one objects; then the question is worded anew and all are
	 * asked once more.
	 */
	private void consult(Script.Question wanted, long caseId, int coFunders) {
		desk.complete(cast.officer(), caseId, "wordQuestion",
				Map.of("decision", "consult", "title", wanted.title(), "statement", wanted.statement()));
		desk.await(caseId, "consult", coFunders).forEach((task) -> answer(wanted, task));
		if (wanted.reworded() != null) {
			desk.complete(cast.officer(), caseId, "wordQuestion", Map.of("decision", "consult", "title", wanted.title(),
					"statement", wanted.reworded(), "reply", wanted.reply()));
			desk.await(caseId, "consult", coFunders);
		}
	}

	private void answer(Script.Question wanted, InboxItem task) {
		Person leader = cast.ofGroup(task.groups(), "leader");
		boolean objects = cast.keyOf(leader.organisationId()).equals(wanted.objector());
		desk.complete(leader, task,
				objects ? Map.of("opinion", "OBJECT", "reasons", wanted.objection()) : Map.of("opinion", "AGREE"));
	}

}
