package org.guantong.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.guantong.shared.FieldProblem;

/** The rules an entry of spending must satisfy, beside the money being there. */
final class ExpenditureCheck {

	private static final int LONGEST_NOTE = 200;

	private ExpenditureCheck() {
	}

	static List<FieldProblem> problems(NewExpenditure wanted, Project project, LocalDate today) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.line() == null || wanted.line().isBlank()) {
			problems.add(FieldProblem.of("line", "form.required.choice"));
		}
		if (!Budgets.isAmount(wanted.amount()) || wanted.amount().signum() == 0) {
			problems.add(FieldProblem.of("amount", "project.invalid.amount"));
		}
		else if (wanted.amount().signum() < 0 && (wanted.note() == null || wanted.note().isBlank())) {
			problems.add(FieldProblem.of("note", "project.spending.whyBack"));
		}
		if (wanted.spentOn() == null || wanted.spentOn().isAfter(today)
				|| wanted.spentOn().isBefore(project.startsOn())) {
			problems.add(FieldProblem.of("spentOn", "project.spending.day"));
		}
		if (wanted.note() != null && wanted.note().codePointCount(0, wanted.note().length()) > LONGEST_NOTE) {
			problems.add(FieldProblem.of("note", "form.tooLong", LONGEST_NOTE, wanted.note().length()));
		}
		return problems;
	}

}
