package org.guantong.midterm.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.calendar.BusinessDays;
import org.guantong.midterm.MidtermCheck;
import org.guantong.midterm.MidtermChecks;
import org.guantong.midterm.MidtermFigure;
import org.guantong.midterm.MidtermFigures;
import org.guantong.midterm.MidtermReport;
import org.guantong.midterm.MidtermReports;
import org.guantong.midterm.MidtermSettings;
import org.guantong.midterm.MidtermSettingsStore;
import org.guantong.midterm.MidtermState;
import org.guantong.project.Budget;
import org.guantong.project.BudgetLine;
import org.guantong.project.Budgets;
import org.guantong.project.Milestone;
import org.guantong.project.Milestones;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/**
 * Moves a check on: its state, its dates, and what its endorsed report means in figures.
 */
@Component
class MidtermProgress {

	private static final Duration LEAST_TIME_TO_REVISE = Duration.ofDays(5);

	private final MidtermChecks checks;

	private final MidtermReports reports;

	private final MidtermFigures figures;

	private final FigureMaker figureMaker;

	private final MidtermSettingsStore settings;

	private final Projects projects;

	private final Milestones milestones;

	private final Budgets budgets;

	private final BusinessDays businessDays;

	private final AuditTrail audit;

	private final Clock clock;

	MidtermProgress(MidtermChecks checks, MidtermReports reports, MidtermFigures figures, FigureMaker figureMaker,
			MidtermSettingsStore settings, Projects projects, Milestones milestones, Budgets budgets,
			BusinessDays businessDays, AuditTrail audit, Clock clock) {
		this.checks = checks;
		this.reports = reports;
		this.figures = figures;
		this.figureMaker = figureMaker;
		this.settings = settings;
		this.projects = projects;
		this.milestones = milestones;
		this.budgets = budgets;
		this.businessDays = businessDays;
		this.audit = audit;
		this.clock = clock;
	}

	MidtermCheck check(long id) {
		return checks.require(id);
	}

	MidtermSettings settings(long check) {
		return settings.ofProject(checks.require(check).projectId());
	}

	/**
	 * So many days from now as the round counts them; never on a day off where it counts
	 * working days.
	 */
	Instant in(long check, int days) {
		if (!settings(check).workingDays()) {
			return clock.instant().plus(Duration.ofDays(days));
		}
		ZonedDateTime now = clock.instant().atZone(clock.getZone());
		return businessDays.plus(now.toLocalDate(), days).atTime(now.toLocalTime()).atZone(clock.getZone()).toInstant();
	}

	/** When co-funders are told that the report is still missing. */
	Instant escalateDue(long check) {
		ZonedDateTime due = check(check).reportDue().atZone(clock.getZone());
		return businessDays.plus(due.toLocalDate(), settings(check).escalateDays())
			.atTime(due.toLocalTime())
			.atZone(clock.getZone())
			.toInstant();
	}

	void to(long check, MidtermState state) {
		checks.save(checks.require(check).in(state));
	}

	/** The PI gets at least five days to revise. */
	void giveBack(long id) {
		MidtermCheck check = checks.require(id);
		Instant least = clock.instant().plus(LEAST_TIME_TO_REVISE);
		Instant due = check.reportDue().isBefore(least) ? least : check.reportDue();
		checks.save(check.withReportDue(due).in(MidtermState.REPORTING));
	}

	void askOpinions(long id) {
		MidtermCheck check = checks.require(id);
		checks.save(check.withOpinionDue(in(id, settings(id).opinionDays())).in(MidtermState.REVIEWING));
	}

	void suggest(long id, String suggestion) {
		checks.save(checks.require(id).withSuggestion(suggestion).in(MidtermState.DECIDING));
	}

	Project projectOf(long check) {
		return projects.require(checks.require(check).projectId());
	}

	/** Nothing is to be put right any more, whatever came of it. */
	void backToWork(long check) {
		if (projectOf(check).state().equals("RECTIFYING")) {
			project(check, "RUNNING");
		}
	}

	void project(long check, String state) {
		Project project = projectOf(check);
		if (!project.state().equals(state)) {
			projects.save(project.in(state));
			audit.record(null, "project." + state.toLowerCase(java.util.Locale.ROOT), project.subject().ref(),
					"mid-term check " + checks.require(check).code());
		}
	}

	/** Takes the endorsed report over into plan and books, and computes the figures. */
	void compute(long id) {
		MidtermCheck check = checks.require(id);
		Project project = projects.require(check.projectId());
		MidtermReport report = reports.require(id);
		report.milestones()
			.forEach(
					(stage) -> milestones.progress(stage.milestoneId(), stage.state(), stage.actualOn(), stage.note()));
		report.indicators().forEach((reached) -> milestones.reached(reached.indicatorId(), reached.actual()));
		enterSpending(check, project, report);
		List<MidtermFigure> found = figureMaker.of(project, report);
		figures.replace(id, found);
		audit.record(null, "midterm.computed", check.ref(), found.size() + " figures");
	}

	/**
	 * What the report says beyond the books becomes an entry, so that the books stay the
	 * one truth.
	 */
	private void enterSpending(MidtermCheck check, Project project, MidtermReport report) {
		var reported = report.lines()
			.stream()
			.collect(Collectors.toMap(MidtermReport.Line::lineId, MidtermReport.Line::spent));
		for (BudgetLine line : budgets.of(project.id()).lines()) {
			BigDecimal more = reported.getOrDefault(line.id(), BigDecimal.ZERO).subtract(line.spent());
			if (more.signum() > 0) {
				budgets.spend(line, LocalDate.now(clock), more, check.code(), null);
			}
		}
	}

}
