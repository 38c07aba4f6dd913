package org.guantong.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.guantong.shared.FieldProblem;
import org.guantong.workflow.FormData;

/**
 * What reports say of milestones, one row {@code stages} for each in the order of the
 * plan.
 */
public final class ReportedStages {

	private ReportedStages() {
	}

	/** What is wrong with the rows, by field. */
	public static List<FieldProblem> problems(List<Milestone> plan, FormData form, LocalDate today) {
		List<FieldProblem> problems = new ArrayList<>();
		List<FormData> rows = form.rows("stages");
		for (int row = 0; row < plan.size(); row++) {
			String at = "stages[" + row + "].";
			LocalDate actual = rows.get(row).date("actualOn");
			if (actual != null && actual.isAfter(today)) {
				problems.add(FieldProblem.of(at + "actualOn", "project.invalid.doneInFuture"));
			}
			if (!plan.get(row).mayBeReportedAs(rows.get(row).text("state"))) {
				problems.add(FieldProblem.of(at + "state",
						plan.get(row).isOpen() ? "project.invalid.dropNotApproved" : "project.invalid.isDropped"));
			}
		}
		return problems;
	}

}
