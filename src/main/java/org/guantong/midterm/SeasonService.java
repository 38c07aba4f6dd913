package org.guantong.midterm;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.calendar.BusinessDays;
import org.guantong.fund.JointFunds;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.Projects;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/**
 * Opens a season for a fund: every project whose half-time falls into a stretch of days
 * gets its check, due on its own day.
 */
@Service
@Transactional
public class SeasonService {

	/** Longest season, in days. */
	private static final int LONGEST = 366;

	private final MidtermService midterms;

	private final MidtermChecks checks;

	private final Projects projects;

	private final JointFunds funds;

	private final BusinessDays days;

	private final JdbcClient jdbc;

	private final Clock clock;

	SeasonService(MidtermService midterms, MidtermChecks checks, Projects projects, JointFunds funds, BusinessDays days,
			JdbcClient jdbc, Clock clock) {
		this.midterms = midterms;
		this.checks = checks;
		this.projects = projects;
		this.funds = funds;
		this.days = days;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Every project of the fund whose half-time lies within, and what becomes of it: due
	 * on that day, or the next working day, never before tomorrow; or why it gets no
	 * check.
	 * @throws InvalidInput when the dates are no season
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	@Transactional(readOnly = true)
	public List<SeasonLine> preview(Person actor, long fundId, LocalDate from, LocalDate until) {
		check(fundId, from, until);
		return of(fundId).stream().filter((project) -> {
			LocalDate half = halfTime(project);
			return !half.isBefore(from) && !half.isAfter(until);
		}).map(this::line).toList();
	}

	/**
	 * Opens those checks. What somebody else opened meanwhile is left as it is.
	 * @return the checks that were opened
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public List<MidtermCheck> open(Person actor, long fundId, LocalDate from, LocalDate until) {
		List<MidtermCheck> opened = new ArrayList<>();
		for (SeasonLine line : preview(actor, fundId, from, until)) {
			if (line.isDue()) {
				open(actor, line, opened);
			}
		}
		return opened;
	}

	private void open(Person actor, SeasonLine line, List<MidtermCheck> opened) {
		try {
			opened.add(midterms.open(actor, line.project().id(), line.dueOn()));
		}
		catch (Stale ex) {
			// another officer was faster with this one
		}
	}

	private SeasonLine line(Project project) {
		LocalDate half = halfTime(project);
		if (!project.isUnderWay()) {
			return new SeasonLine(project, half, null, "midterm.season.notUnderWay");
		}
		LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
		LocalDate due = days.workedFrom(half.isBefore(tomorrow) ? tomorrow : half);
		if (checks.hasCheck(project.id(), due.getYear())) {
			return new SeasonLine(project, half, null, "midterm.season.hasCheck");
		}
		if (checks.isClosed(project.id(), due.getYear())) {
			return new SeasonLine(project, half, null, "midterm.season.closed");
		}
		return new SeasonLine(project, half, due, null);
	}

	private List<Project> of(long fundId) {
		return jdbc.sql("""
				select p.id from project p join guide_direction g on g.id = p.direction_id
				join round r on r.id = g.round_id where r.fund_id = ? order by p.code
				""").param(fundId).query(Long.class).list().stream().map(projects::require).toList();
	}

	private static LocalDate halfTime(Project project) {
		return project.startsOn().plusDays((ChronoUnit.DAYS.between(project.startsOn(), project.endsOn()) + 1) / 2);
	}

	private void check(long fundId, LocalDate from, LocalDate until) {
		funds.require(fundId);
		List<FieldProblem> problems = new ArrayList<>();
		if (from == null) {
			problems.add(FieldProblem.of("from", "midterm.season.invalid.from"));
		}
		if (until == null || from != null && (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) > LONGEST)) {
			problems.add(FieldProblem.of("until", "midterm.season.invalid.until"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
