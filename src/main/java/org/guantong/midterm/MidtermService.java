package org.guantong.midterm;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.JointFunds;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;
import org.guantong.midterm.process.MidtermProcess;
import org.guantong.project.Project;
import org.guantong.project.ProjectSight;
import org.guantong.project.Projects;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/** Opens mid-term checks. */
@Service
@Transactional
public class MidtermService {

	private final MidtermChecks checks;

	private final MidtermSettingsStore settings;

	private final MidtermProcess process;

	private final Projects projects;

	private final ProjectSight sight;

	private final Rounds rounds;

	private final JointFunds funds;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermService(MidtermChecks checks, MidtermSettingsStore settings, MidtermProcess process, Projects projects,
			ProjectSight sight, Rounds rounds, JointFunds funds, AuditTrail audit, JdbcClient jdbc, Clock clock) {
		this.checks = checks;
		this.settings = settings;
		this.process = process;
		this.projects = projects;
		this.sight = sight;
		this.rounds = rounds;
		this.funds = funds;
		this.audit = audit;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Opens the check of one project; the season is the year it is due in.
	 * @throws InvalidInput when the date is past or the project not under way
	 * @throws Stale when it has its check of that season, or another is still open
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public MidtermCheck open(Person actor, long projectId, LocalDate dueOn) {
		Project project = sight.require(actor, projectId);
		requireFuture(dueOn);
		// One officer at a time opens a project's check: the second sees the first's.
		jdbc.sql("select id from project where id = ? for update").param(projectId).query(Long.class).single();
		if (!project.isUnderWay()) {
			throw InvalidInput.of("project", "midterm.invalid.notUnderWay");
		}
		if (checks.isClosed(projectId, dueOn.getYear())) {
			throw new Stale("midterm.stale.seasonClosed");
		}
		if (!mayBegin(project, dueOn)) {
			throw new Stale("midterm.stale.opened");
		}
		return begin(actor, project, dueOn);
	}

	/**
	 * Opens the checks of every project of a round that is under way and has none this
	 * season.
	 * @return those that were opened; empty when there was nothing to open
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public List<MidtermCheck> openSeason(Person actor, long roundId, LocalDate dueOn) {
		rounds.require(roundId);
		return openAll(actor, dueOn, """
				select p.id from project p join guide_direction g on g.id = p.direction_id
				where g.round_id = ? order by p.id for update of p
				""", roundId);
	}

	/** As {@link #openSeason}, for every round of a fund. */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public List<MidtermCheck> openFundSeason(Person actor, long fundId, LocalDate dueOn) {
		funds.require(fundId);
		return openAll(actor, dueOn, """
				select p.id from project p join guide_direction g on g.id = p.direction_id
				join round r on r.id = g.round_id where r.fund_id = ? order by p.id for update of p
				""", fundId);
	}

	/** What the checks of a round go by. */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	@Transactional(readOnly = true)
	public MidtermSettings settings(Person actor, long roundId) {
		rounds.require(roundId);
		return settings.of(roundId);
	}

	/**
	 * Sets what the checks of a round go by, from now on.
	 * @throws InvalidInput naming every value out of range
	 */
	@PreAuthorize("@midtermPermissions.mayOpen(#actor)")
	public void changeSettings(Person actor, long roundId, MidtermSettings wanted) {
		rounds.require(roundId);
		List<FieldProblem> problems = new ArrayList<>();
		range(problems, "endorseDays", wanted.endorseDays(), 1, 60);
		range(problems, "reviewDays", wanted.reviewDays(), 1, 90);
		range(problems, "opinionDays", wanted.opinionDays(), 1, 90);
		range(problems, "decideDays", wanted.decideDays(), 1, 60);
		range(problems, "behindLimit", wanted.behindLimit(), 1, 100);
		range(problems, "aheadLimit", wanted.aheadLimit(), 1, 100);
		range(problems, "lateLimit", wanted.lateLimit(), 0, 365);
		range(problems, "rectifications", wanted.rectifications(), 1, 5);
		range(problems, "escalateDays", wanted.escalateDays(), 1, 60);
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		settings.save(roundId, wanted);
		audit.record(actor, "midterm.settings-changed", new Ref(Kind.ROUND, roundId), wanted.toString());
	}

	private static void range(List<FieldProblem> problems, String field, int value, int least, int most) {
		if (value < least || value > most) {
			problems.add(FieldProblem.of(field, "midterm.invalid.range", least, most));
		}
	}

	private List<MidtermCheck> openAll(Person actor, LocalDate dueOn, String sql, long id) {
		requireFuture(dueOn);
		return jdbc.sql(sql)
			.param(id)
			.query(Long.class)
			.list()
			.stream()
			.map(projects::require)
			.filter((project) -> project.isUnderWay() && mayBegin(project, dueOn))
			.map((project) -> begin(actor, project, dueOn))
			.toList();
	}

	private void requireFuture(LocalDate dueOn) {
		if (dueOn == null || dueOn.isBefore(LocalDate.now(clock)) || dueOn.getYear() > 2100) {
			throw InvalidInput.of("dueOn", "midterm.invalid.past");
		}
	}

	private boolean mayBegin(Project project, LocalDate dueOn) {
		return !checks.hasCheck(project.id(), dueOn.getYear()) && !checks.isClosed(project.id(), dueOn.getYear());
	}

	/** A season's second check, after one that was cancelled, has a number behind. */
	private String code(Project project, int season) {
		int before = checks.opened(project.id(), season);
		return "M" + season + "-" + project.code() + (before == 0 ? "" : "-" + (before + 1));
	}

	private MidtermCheck begin(Person actor, Project project, LocalDate dueOn) {
		Instant due = dueOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
		MidtermCheck check = checks.save(new MidtermCheck(null, 0, code(project, dueOn.getYear()), project.id(),
				dueOn.getYear(), dueOn, MidtermState.REPORTING, due, null, null, clock.instant(), null));
		audit.record(actor, "midterm.opened", check.ref(), "due " + dueOn);
		process.due(check, project);
		return check;
	}

}
