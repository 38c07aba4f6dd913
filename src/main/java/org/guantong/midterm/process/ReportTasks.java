package org.guantong.midterm.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermReport;
import org.guantong.midterm.MidtermReports;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.coauthor.Contributions;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.ReportedStages;
import org.guantong.project.annual.AnnualReport;
import org.guantong.project.annual.AnnualReports;
import org.guantong.project.change.ChangeKind;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** The PI's report and the host institution's check of it. */
@Component
class ReportTasks {

	private final MidtermSheets sheets;

	private final MidtermReports reports;

	private final Milestones milestones;

	private final Budgets budgets;

	private final MidtermProgress progress;

	private final AnnualReports annualReports;

	private final HostCheckList checkList;

	private final Contributions contributions;

	private final MidtermLetters letters;

	private final Clock clock;

	ReportTasks(MidtermSheets sheets, MidtermReports reports, Milestones milestones, Budgets budgets,
			MidtermProgress progress, AnnualReports annualReports, HostCheckList checkList, Contributions contributions,
			MidtermLetters letters, Clock clock) {
		this.sheets = sheets;
		this.reports = reports;
		this.milestones = milestones;
		this.budgets = budgets;
		this.progress = progress;
		this.annualReports = annualReports;
		this.checkList = checkList;
		this.contributions = contributions;
		this.letters = letters;
		this.clock = clock;
	}

	void define(StepCatalogue steps) {
		steps.step("reportProgress").prefill(this::reportForm).check(this::checkReport).onComplete(this::report);
		steps.step("endorseReport").prefill(this::endorseForm).onComplete(this::endorse);
	}

	private Map<String, Object> reportForm(TaskContext task) {
		long check = task.id("checkId");
		Project project = sheets.project(check);
		MidtermReport before = reports.find(check).orElse(null);
		Optional<AnnualReport> annual = before == null ? annualReports.latest(project.id()) : Optional.empty();
		Map<String, Object> form = sheets.head(check);
		form.put("annualYear", annual.map((one) -> Integer.toString(one.year())).orElse(null));
		List<Milestone> plan = milestones.of(project.id());
		form.put("stages", plan.stream().map((milestone) -> stageRow(milestone, before, annual)).toList());
		form.put("reached",
				indicators(plan).stream().map((indicator) -> indicatorRow(indicator, before, annual)).toList());
		form.put("spending",
				budgets.of(project.id()).lines().stream().map((line) -> spendingRow(line, before)).toList());
		form.put("contributionTable",
				contributions.of(check)
					.stream()
					.map((one) -> MidtermSheets.row("author", one.author() + "（" + one.organisation() + "）", "text",
							one.isSubmitted() ? one.text() : sheets.waitingUntil(one.dueOn())))
					.toList());
		annual.ifPresent((one) -> {
			form.put("summary", one.summary());
			form.put("problems", one.problems());
		});
		if (before != null) {
			form.put("progressState", before.progressState());
			form.put("reasonCode", before.reasonCode());
			form.put("summary", before.summary());
			form.put("problems", before.problems());
			form.put("help", before.help());
			form.put("changes", before.changes().stream().map(ChangeKind::name).toList());
			form.put("returned", before.returned());
		}
		return form;
	}

	/**
	 * As handed in before; else as of the annual report, where the plan knows nothing
	 * yet.
	 */
	private Map<String, Object> stageRow(Milestone milestone, MidtermReport before, Optional<AnnualReport> annual) {
		MidtermReport.Stage asPlanned = new MidtermReport.Stage(milestone.id(), milestone.state(), milestone.actualOn(),
				milestone.note());
		MidtermReport.Stage known = milestone.state()
			.equals("PLANNED")
					? annual
						.flatMap((report) -> report.stages()
							.stream()
							.filter((one) -> one.milestoneId() == milestone.id()
									&& milestone.mayBeReportedAs(one.state()))
							.findFirst())
						.map((one) -> new MidtermReport.Stage(one.milestoneId(), one.state(), one.actualOn(),
								one.note()))
						.orElse(asPlanned)
					: asPlanned;
		MidtermReport.Stage stage = before == null ? known
				: before.milestones()
					.stream()
					.filter((one) -> one.milestoneId() == milestone.id() && milestone.mayBeReportedAs(one.state()))
					.findFirst()
					.orElse(known);
		return MidtermSheets.row("milestone", milestone.number() + ". " + milestone.title(), "planned",
				milestone.plannedOn().toString(), "state", stage.state(), "actualOn",
				stage.actualOn() == null ? null : stage.actualOn().toString(), "note", stage.note());
	}

	private Map<String, Object> indicatorRow(Milestone.Indicator indicator, MidtermReport before,
			Optional<AnnualReport> annual) {
		String known = indicator.actual().isEmpty() ? annual.flatMap(
				(report) -> report.reached().stream().filter((one) -> one.indicatorId() == indicator.id()).findFirst())
			.map(AnnualReport.Reached::actual)
			.orElse("") : indicator.actual();
		MidtermReport.Reached reached = before == null ? new MidtermReport.Reached(indicator.id(), known, "")
				: before.indicators()
					.stream()
					.filter((one) -> one.indicatorId() == indicator.id())
					.findFirst()
					.orElse(new MidtermReport.Reached(indicator.id(), "", ""));
		return MidtermSheets.row("indicator", indicator.name(), "baseline", MidtermSheets.orDash(indicator.baseline()),
				"target", MidtermSheets.target(indicator), "actual", reached.actual(), "evidence", reached.evidence());
	}

	private Map<String, Object> spendingRow(BudgetLine line, MidtermReport before) {
		MidtermReport.Line reported = before == null ? null
				: before.lines().stream().filter((one) -> one.lineId() == line.id()).findFirst().orElse(null);
		BigDecimal spent = reported == null ? line.spent() : reported.spent().max(line.spent());
		return MidtermSheets.row("line", line.in(LocaleContextHolder.getLocale()), "planned",
				MidtermWords.money(line.planned()), "received", MidtermWords.money(line.received()), "spent", spent,
				"note", reported == null ? "" : reported.note());
	}

	/** The books are right: a report may add to them, never take from them. */
	private void checkReport(TaskContext task, FormData form) {
		List<FieldProblem> problems = new ArrayList<>();
		long project = sheets.project(task.id("checkId")).id();
		List<BudgetLine> lines = budgets.of(project).lines();
		List<FormData> rows = form.rows("spending");
		for (int index = 0; index < lines.size(); index++) {
			BudgetLine line = lines.get(index);
			BigDecimal spent = rows.get(index).number("spent");
			if (spent.compareTo(line.spent()) < 0) {
				problems.add(FieldProblem.of("spending[" + index + "].spent", "midterm.invalid.belowBooks",
						line.spent().toPlainString()));
			}
			else if (spent.compareTo(line.received()) > 0) {
				problems.add(FieldProblem.of("spending[" + index + "].spent", "midterm.invalid.aboveReceived",
						line.received().toPlainString()));
			}
		}
		problems.addAll(ReportedStages.problems(milestones.of(project), form, LocalDate.now(clock)));
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private void report(TaskContext task, FormData form) {
		long check = task.id("checkId");
		long project = sheets.project(check).id();
		List<Milestone> plan = milestones.of(project);
		List<BudgetLine> lines = budgets.of(project).lines();
		List<MidtermReport.Stage> stages = new ArrayList<>();
		List<FormData> rows = form.rows("stages");
		for (int index = 0; index < plan.size(); index++) {
			FormData row = rows.get(index);
			stages.add(new MidtermReport.Stage(plan.get(index).id(), row.text("state"), row.date("actualOn"),
					orEmpty(row.text("note"))));
		}
		List<MidtermReport.Reached> reached = new ArrayList<>();
		List<FormData> reachedRows = form.rows("reached");
		List<Milestone.Indicator> indicators = indicators(plan);
		for (int index = 0; index < indicators.size(); index++) {
			reached.add(new MidtermReport.Reached(indicators.get(index).id(),
					orEmpty(reachedRows.get(index).text("actual")), orEmpty(reachedRows.get(index).text("evidence"))));
		}
		List<MidtermReport.Line> spent = new ArrayList<>();
		List<FormData> spentRows = form.rows("spending");
		for (int index = 0; index < lines.size(); index++) {
			FormData row = spentRows.get(index);
			spent.add(new MidtermReport.Line(lines.get(index).id(), row.number("spent"), orEmpty(row.text("note"))));
		}
		reports.save(check,
				new MidtermReport(form.text("progressState"), form.text("reasonCode"), form.text("summary"),
						orEmpty(form.text("problems")), orEmpty(form.text("help")), null, null, null, stages, reached,
						spent, form.choices("changes").stream().map(ChangeKind::valueOf).toList()),
				task.actor().id());
		progress.to(check, MidtermState.ENDORSING);
	}

	private Map<String, Object> endorseForm(TaskContext task) {
		Map<String, Object> form = sheets.progress(task.id("checkId"));
		form.put("lineTable", sheets.spending(task.id("checkId")));
		form.put("checkTable", checkList.of(task.id("checkId")));
		return form;
	}

	private void endorse(TaskContext task, FormData form) {
		long check = task.id("checkId");
		if (form.text("decision").equals("ENDORSE")) {
			reports.endorse(check, task.actor().id());
			progress.to(check, MidtermState.ASSIGNING);
			return;
		}
		reports.giveBack(check, form.text("reasons"));
		progress.giveBack(check);
		letters.returned(check, task.actor(), form.text("reasons"));
	}

	private static List<Milestone.Indicator> indicators(List<Milestone> plan) {
		return plan.stream().flatMap((milestone) -> milestone.indicators().stream()).toList();
	}

	static String orEmpty(String text) {
		return text == null ? "" : text;
	}

}
