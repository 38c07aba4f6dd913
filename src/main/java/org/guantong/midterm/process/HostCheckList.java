package org.guantong.midterm.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.midterm.MidtermReport;
import org.guantong.midterm.MidtermReports;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.coauthor.Contribution;
import org.guantong.midterm.coauthor.Contributions;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;

/**
 * What a host institution looks at before it endorses a report, ticked as far as a
 * machine can tell. Nothing here stops the host; it answers for what it endorses.
 */
@Component
class HostCheckList {

	private final MidtermChecks checks;

	private final MidtermReports reports;

	private final Milestones milestones;

	private final Budgets budgets;

	private final Contributions contributions;

	private final MidtermWords words;

	HostCheckList(MidtermChecks checks, MidtermReports reports, Milestones milestones, Budgets budgets,
			Contributions contributions, MidtermWords words) {
		this.checks = checks;
		this.reports = reports;
		this.milestones = milestones;
		this.budgets = budgets;
		this.contributions = contributions;
		this.words = words;
	}

	/** Each item with its result and what was found. */
	List<Map<String, Object>> of(long checkId) {
		MidtermCheck check = checks.require(checkId);
		MidtermReport report = reports.require(checkId);
		List<Milestone> due = milestones.of(check.projectId())
			.stream()
			.filter((one) -> !one.plannedOn().isAfter(check.dueOn()))
			.toList();
		List<BudgetLine> lines = budgets.of(check.projectId()).lines();
		return List.of(row("milestones", silent(due, report)), row("indicators", unproven(due, report)),
				row("books", beyondBooks(lines, report)), row("balance", emptied(lines, report)),
				row("contributions", missing(checkId)));
	}

	/** Milestones past their date that are neither done nor explained. */
	private static Stream<String> silent(List<Milestone> due, MidtermReport report) {
		Map<Long, MidtermReport.Stage> reported = report.milestones()
			.stream()
			.collect(Collectors.toMap(MidtermReport.Stage::milestoneId, (one) -> one));
		return due.stream().filter((one) -> {
			MidtermReport.Stage stage = reported.get(one.id());
			return stage == null || !stage.state().equals("DONE") && stage.note().isBlank();
		}).map(Milestone::title);
	}

	/** Indicators of those milestones without a value or without evidence. */
	private static Stream<String> unproven(List<Milestone> due, MidtermReport report) {
		Map<Long, MidtermReport.Reached> reached = report.indicators()
			.stream()
			.collect(Collectors.toMap(MidtermReport.Reached::indicatorId, (one) -> one));
		return due.stream()
			.flatMap((one) -> one.indicators().stream())
			.filter((one) -> reached.get(one.id()) == null || !reached.get(one.id()).isProven())
			.map(Milestone.Indicator::name);
	}

	/** Lines of which the report says more than the books. */
	private Stream<String> beyondBooks(List<BudgetLine> lines, MidtermReport report) {
		return reported(lines, report,
				(line, spent) -> spent.compareTo(line.spent()) > 0 ? words.text("midterm.checklist.beyond",
						line.in(LocaleContextHolder.getLocale()), MidtermWords.money(spent.subtract(line.spent())))
						: null);
	}

	/** Lines with nothing left of what arrived. */
	private Stream<String> emptied(List<BudgetLine> lines, MidtermReport report) {
		return reported(lines, report,
				(line, spent) -> line.received().signum() > 0 && spent.compareTo(line.received()) >= 0
						? line.in(LocaleContextHolder.getLocale()) : null);
	}

	private static Stream<String> reported(List<BudgetLine> lines, MidtermReport report,
			BiFunction<BudgetLine, BigDecimal, String> remark) {
		Map<Long, BigDecimal> spent = report.lines()
			.stream()
			.collect(Collectors.toMap(MidtermReport.Line::lineId, MidtermReport.Line::spent));
		return lines.stream()
			.filter((line) -> spent.containsKey(line.id()))
			.map((line) -> remark.apply(line, spent.get(line.id())))
			.filter(Objects::nonNull);
	}

	/** Co-authors who were asked and handed nothing in. */
	private Stream<String> missing(long checkId) {
		return contributions.of(checkId).stream().filter((one) -> !one.isSubmitted()).map(Contribution::author);
	}

	private Map<String, Object> row(String item, Stream<String> found) {
		String remarks = found.collect(Collectors.joining("；"));
		return MidtermSheets.row("item", words.text("midterm.checklist." + item), "result",
				words.text(remarks.isEmpty() ? "midterm.checklist.fine" : "midterm.checklist.look"), "found",
				MidtermSheets.orDash(remarks));
	}

}
