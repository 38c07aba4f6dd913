package org.guantong.midterm.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.midterm.MidtermFigure;
import org.guantong.midterm.MidtermFigures;
import org.guantong.midterm.MidtermReport;
import org.guantong.midterm.MidtermReports;
import org.guantong.midterm.MidtermWords;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/**
 * What the forms show to read: the project, its plan, what was reported and computed.
 */
@Component
class MidtermSheets {

	private final MidtermChecks checks;

	private final Projects projects;

	private final GuideDirections directions;

	private final People people;

	private final Milestones milestones;

	private final Budgets budgets;

	private final MidtermReports reports;

	private final MidtermFigures figures;

	private final MidtermWords words;

	MidtermSheets(MidtermChecks checks, Projects projects, GuideDirections directions, People people,
			Milestones milestones, Budgets budgets, MidtermReports reports, MidtermFigures figures,
			MidtermWords words) {
		this.checks = checks;
		this.projects = projects;
		this.directions = directions;
		this.people = people;
		this.milestones = milestones;
		this.budgets = budgets;
		this.reports = reports;
		this.figures = figures;
		this.words = words;
	}

	Project project(long check) {
		return projects.require(checks.require(check).projectId());
	}

	/** What every form begins with. */
	Map<String, Object> head(long checkId) {
		MidtermCheck check = checks.require(checkId);
		Project project = projects.require(check.projectId());
		Person pi = people.require(project.piId());
		GuideDirection direction = directions.require(project.directionId());
		Map<String, Object> head = new LinkedHashMap<>();
		head.put("code", project.code());
		head.put("title", project.title());
		head.put("pi", pi.name());
		head.put("host", pi.organisationName());
		head.put("term", project.startsOn() + " – " + project.endsOn());
		head.put("direction", direction.code() + " " + direction.title());
		return head;
	}

	/** The head and the PI's words and milestones. */
	Map<String, Object> progress(long checkId) {
		MidtermReport report = reports.require(checkId);
		Map<String, Object> sheet = head(checkId);
		String reason = report.reasonCode() == null ? "" : " · " + words.of("reason", report.reasonCode());
		sheet.put("progressText", words.of("progress", report.progressState()) + reason);
		sheet.put("summaryText", report.summary());
		sheet.put("problemsText", orDash(report.problems()));
		sheet.put("helpText", orDash(report.help()));
		List<Milestone> plan = milestones.of(checks.require(checkId).projectId());
		sheet.put("milestoneTable", milestoneRows(plan, report));
		sheet.put("indicatorTable", indicatorRows(plan, report));
		return sheet;
	}

	/** The budget beside what the PI says was spent. */
	List<Map<String, Object>> spending(long checkId) {
		Map<Long, MidtermReport.Line> reported = byId(reports.require(checkId).lines(), MidtermReport.Line::lineId);
		return budgets.of(checks.require(checkId).projectId())
			.lines()
			.stream()
			.map((line) -> spendingRow(line, reported.get(line.id())))
			.toList();
	}

	/** The figures that carry a flag, explained. */
	List<Map<String, Object>> flags(long checkId, Predicate<MidtermFigure> which) {
		return figures.of(checkId)
			.stream()
			.filter(MidtermFigure::isFlagged)
			.filter(which)
			.map((figure) -> row("name", figure.in(LocaleContextHolder.getLocale()), "flag",
					words.of("flag", figure.flag()), "explanation", words.explain(figure)))
			.toList();
	}

	/** What stands in the place of something that was asked for and is not there. */
	String waitingUntil(java.time.LocalDate day) {
		return words.text("midterm.coauthor.waiting", day.toString());
	}

	static Map<String, Object> row(Object... keysAndValues) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (int index = 0; index < keysAndValues.length; index += 2) {
			row.put((String) keysAndValues[index], keysAndValues[index + 1]);
		}
		return row;
	}

	static String orDash(Object value) {
		return value == null || value.toString().isBlank() ? "—" : value.toString();
	}

	static String target(Milestone.Indicator indicator) {
		return indicator.target() + (indicator.unit().isEmpty() ? "" : " " + indicator.unit());
	}

	private List<Map<String, Object>> milestoneRows(List<Milestone> plan, MidtermReport report) {
		Map<Long, MidtermReport.Stage> reported = byId(report.milestones(), MidtermReport.Stage::milestoneId);
		return plan.stream().map((milestone) -> {
			MidtermReport.Stage stage = reported.get(milestone.id());
			return row("milestone", milestone.number() + ". " + milestone.title(), "planned",
					milestone.plannedOn().toString(), "state",
					stage == null ? "—" : words.text("project.milestone." + stage.state()), "actual",
					stage == null ? "—" : orDash(stage.actualOn()), "note", stage == null ? "—" : orDash(stage.note()));
		}).toList();
	}

	private List<Map<String, Object>> indicatorRows(List<Milestone> plan, MidtermReport report) {
		Map<Long, MidtermReport.Reached> reported = byId(report.indicators(), MidtermReport.Reached::indicatorId);
		return plan.stream()
			.flatMap((milestone) -> milestone.indicators().stream())
			.map((indicator) -> indicatorRow(indicator, reported.get(indicator.id())))
			.toList();
	}

	private static Map<String, Object> indicatorRow(Milestone.Indicator indicator, MidtermReport.Reached reached) {
		return row("indicator", indicator.name(), "baseline", orDash(indicator.baseline()), "target", target(indicator),
				"actual", orDash(reached == null ? null : reached.actual()), "evidence",
				orDash(reached == null ? null : reached.evidence()));
	}

	private Map<String, Object> spendingRow(BudgetLine line, MidtermReport.Line reported) {
		BudgetLine shown = reported == null || reported.spent().compareTo(line.spent()) < 0 ? line
				: new BudgetLine(line.id(), line.code(), line.name(), line.nameEn(), line.kind(), line.planned(),
						line.received(), reported.spent(), line.committed());
		return row("line", line.in(LocaleContextHolder.getLocale()), "planned", MidtermWords.money(line.planned()),
				"received", MidtermWords.money(line.received()), "spent", MidtermWords.money(shown.spent()), "rate",
				MidtermWords.percent(shown.rate()), "note", reported == null ? "—" : orDash(reported.note()));
	}

	private static <T> Map<Long, T> byId(List<T> rows, Function<T, Long> id) {
		return rows.stream().collect(Collectors.toMap(id, Function.identity()));
	}

}
