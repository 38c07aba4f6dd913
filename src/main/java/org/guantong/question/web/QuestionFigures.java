package org.guantong.question.web;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.fund.RoundFigures;
import org.guantong.identity.Person;
import org.guantong.question.QuestionList.Filter;
import org.guantong.question.QuestionPermissions;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;

/** How many questions a round has, on the round's page. */
@Component
@Order(2)
class QuestionFigures implements RoundFigures {

	private final QuestionService questions;

	private final QuestionPermissions permissions;

	QuestionFigures(QuestionService questions, QuestionPermissions permissions) {
		this.questions = questions;
		this.permissions = permissions;
	}

	@Override
	public List<Figure> of(Person reader, Round round) {
		if (!permissions.mayRead(reader)) {
			return List.of();
		}
		String path = "/questions?round=" + round.id();
		return List.of(new Figure("question.figure.all", count(reader, round, null), path),
				new Figure("question.figure.consulting", count(reader, round, ScientificQuestion.State.CONSULTING),
						"/rounds/" + round.id() + "/consultation"),
				new Figure("question.figure.agreed", count(reader, round, ScientificQuestion.State.AGREED),
						path + "&state=AGREED"));
	}

	private long count(Person reader, Round round, ScientificQuestion.State state) {
		return questions.find(reader, new Filter(round.id(), state, ""), 0, 1).total();
	}

}
