package org.guantong.midterm.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermFigure;
import org.guantong.midterm.MidtermReport;
import org.guantong.project.Budget;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.change.ApprovedChange;
import org.guantong.project.change.ChangeKind;
import org.guantong.project.change.ProjectChanges;

/** Makes the figures that the decision table looks at from plan, books and report. */
@Component
class FigureMaker {

	private final Budgets budgets;

	private final Milestones milestones;

	private final ProjectChanges changes;

	private final Clock clock;

	FigureMaker(Budgets budgets, Milestones milestones, ProjectChanges changes, Clock clock) {
		this.budgets = budgets;
		this.milestones = milestones;
		this.changes = changes;
		this.clock = clock;
	}

	List<MidtermFigure> of(Project project, MidtermReport report) {
		LocalDate today = LocalDate.now(clock);
		BigDecimal elapsed = project.elapsed(today);
		List<MidtermFigure> found = new ArrayList<>(money(project, elapsed));
		List<Milestone> plan = milestones.of(project.id());
		plan.forEach((milestone) -> found.add(milestone(milestone, elapsed, today)));
		found.addAll(indicators(plan, report, elapsed, today));
		found.addAll(changes(project, report, elapsed));
		return found;
	}

	private List<MidtermFigure> money(Project project, BigDecimal elapsed) {
		Budget budget = budgets.of(project.id());
		List<MidtermFigure> found = new ArrayList<>();
		found.add(money("PROJECT", 0, "总经费", "Whole budget", budget.planned(), budget.spent(), elapsed));
		int position = 0;
		for (BudgetLine line : budget.lines()) {
			found.add(money("LINE", ++position, line.name(), line.nameEn(), line.planned(), line.spent(), elapsed));
		}
		return found;
	}

	private static MidtermFigure money(String kind, int position, String name, String nameEn, BigDecimal planned,
			BigDecimal spent, BigDecimal elapsed) {
		return new MidtermFigure(0, kind, position, name, nameEn, planned, spent, elapsed, 0, false, "NONE");
	}

	private static MidtermFigure milestone(Milestone milestone, BigDecimal elapsed, LocalDate today) {
		int late = milestone.isMissed(today) ? (int) ChronoUnit.DAYS.between(milestone.plannedOn(), today) : 0;
		String name = milestone.number() + ". " + milestone.title();
		return new MidtermFigure(0, "MILESTONE", milestone.number(), name, name, null, null, elapsed, late, false,
				"NONE");
	}

	/**
	 * An indicator is due with its milestone; then it wants a value and what shows it.
	 */
	private static List<MidtermFigure> indicators(List<Milestone> plan, MidtermReport report, BigDecimal elapsed,
			LocalDate today) {
		Map<Long, MidtermReport.Reached> reached = report.indicators()
			.stream()
			.collect(Collectors.toMap(MidtermReport.Reached::indicatorId, (one) -> one));
		List<MidtermFigure> found = new ArrayList<>();
		for (Milestone milestone : plan) {
			boolean due = !milestone.state().equals("DROPPED") && !milestone.plannedOn().isAfter(today);
			for (Milestone.Indicator indicator : milestone.indicators()) {
				MidtermReport.Reached said = reached.get(indicator.id());
				boolean unproven = due && (said == null || !said.isProven());
				found.add(new MidtermFigure(0, "INDICATOR", found.size() + 1, indicator.name(), indicator.name(), null,
						null, elapsed, 0, unproven, "NONE"));
			}
		}
		return found;
	}

	/** What the PI says has changed wants an approval of its kind. */
	private List<MidtermFigure> changes(Project project, MidtermReport report, BigDecimal elapsed) {
		Set<ChangeKind> approved = changes.approved(project.id())
			.stream()
			.map(ApprovedChange::kind)
			.collect(Collectors.toSet());
		List<MidtermFigure> found = new ArrayList<>();
		for (ChangeKind kind : report.changes()) {
			found.add(new MidtermFigure(0, "CHANGE", found.size() + 1, kind.inChinese(), kind.inEnglish(), null, null,
					elapsed, 0, !approved.contains(kind), "NONE"));
		}
		return found;
	}

}
