package org.guantong.question.process;

import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.guantong.question.QuestionProposed;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestions;
import org.guantong.workflow.Processes;

/** Starts a question's distillation when it is proposed, in the same transaction. */
@Component
class QuestionProcess {

	private final Processes processes;

	private final ScientificQuestions questions;

	QuestionProcess(Processes processes, ScientificQuestions questions) {
		this.processes = processes;
		this.questions = questions;
	}

	@EventListener
	void on(QuestionProposed proposed) {
		ScientificQuestion question = questions.require(proposed.questionId());
		processes.start("QuestionProposed", question.subject(), Map.of("questionId", question.id()));
	}

}
