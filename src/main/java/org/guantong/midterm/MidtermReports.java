package org.guantong.midterm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.project.change.ChangeKind;

/**
 * The PIs' reports, one for each check; a later version takes the place of an earlier.
 */
@Component
public class MidtermReports {

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermReports(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Optional<MidtermReport> find(long check) {
		return jdbc.sql("select * from midterm_report where check_id = ?")
			.param(check)
			.query((row, index) -> report(check, row))
			.optional();
	}

	/** The report of a check that has one. */
	public MidtermReport require(long check) {
		return find(check).orElseThrow(() -> new IllegalStateException("check " + check + " has no report"));
	}

	/** Keeps a report in place of any before it. */
	public void save(long check, MidtermReport report, long submittedBy) {
		jdbc.sql("delete from midterm_report where check_id = ?").param(check).update();
		jdbc.sql("""
				insert into midterm_report (check_id, progress_state, reason_code, summary, problems, help, changes,
				                            submitted_by, submitted_at)
				values (:check, :state, :reason, :summary, :problems, :help, :changes, :by, :now)
				""")
			.param("check", check)
			.param("state", report.progressState())
			.param("reason", report.reasonCode())
			.param("summary", report.summary())
			.param("problems", report.problems())
			.param("help", report.help())
			.param("changes", report.changes().stream().map(ChangeKind::name).collect(Collectors.joining(",")))
			.param("by", submittedBy)
			.param("now", Timestamp.from(clock.instant()))
			.update();
		saveRows(check, report);
	}

	private void saveRows(long check, MidtermReport report) {
		report.milestones()
			.forEach((stage) -> jdbc.sql(
					"insert into midterm_report_milestone (check_id, milestone_id, state, actual_on, note) values (?, ?, ?, ?, ?)")
				.param(check)
				.param(stage.milestoneId())
				.param(stage.state())
				.param(4, stage.actualOn(), Types.DATE)
				.param(stage.note())
				.update());
		report.indicators()
			.forEach((reached) -> jdbc.sql(
					"insert into midterm_report_indicator (check_id, indicator_id, actual, evidence) values (?, ?, ?, ?)")
				.params(check, reached.indicatorId(), reached.actual(), reached.evidence())
				.update());
		report.lines()
			.forEach((line) -> jdbc
				.sql("insert into midterm_report_line (check_id, line_id, spent, note) values (?, ?, ?, ?)")
				.params(check, line.lineId(), line.spent(), line.note())
				.update());
	}

	/** The host agrees. */
	public void endorse(long check, long by) {
		jdbc.sql("update midterm_report set endorsed_by = ?, endorsed_at = ?, returned = null where check_id = ?")
			.params(by, Timestamp.from(clock.instant()), check)
			.update();
	}

	/** The host sends it back. */
	public void giveBack(long check, String reasons) {
		jdbc.sql("update midterm_report set returned = ? where check_id = ?").params(reasons, check).update();
	}

	private MidtermReport report(long check, ResultSet row) throws SQLException {
		return new MidtermReport(row.getString("progress_state"), row.getString("reason_code"),
				row.getString("summary"), row.getString("problems"), row.getString("help"),
				instant(row, "submitted_at"), instant(row, "endorsed_at"), row.getString("returned"), milestones(check),
				indicators(check), lines(check), changes(row.getString("changes")));
	}

	private List<MidtermReport.Stage> milestones(long check) {
		return jdbc.sql("""
				select r.milestone_id, r.state, r.actual_on, r.note from midterm_report_milestone r
				join milestone m on m.id = r.milestone_id where r.check_id = ? order by m.number
				""")
			.param(check)
			.query((row, index) -> new MidtermReport.Stage(row.getLong("milestone_id"), row.getString("state"),
					row.getObject("actual_on", LocalDate.class), row.getString("note")))
			.list();
	}

	private List<MidtermReport.Reached> indicators(long check) {
		return jdbc
			.sql("select indicator_id, actual, evidence from midterm_report_indicator where check_id = ? order by 1")
			.param(check)
			.query((row, index) -> new MidtermReport.Reached(row.getLong("indicator_id"), row.getString("actual"),
					row.getString("evidence")))
			.list();
	}

	private List<MidtermReport.Line> lines(long check) {
		return jdbc.sql("select line_id, spent, note from midterm_report_line where check_id = ? order by 1")
			.param(check)
			.query((row, index) -> new MidtermReport.Line(row.getLong("line_id"), row.getBigDecimal("spent"),
					row.getString("note")))
			.list();
	}

	private static List<ChangeKind> changes(String kept) {
		return kept.isEmpty() ? List.of() : Stream.of(kept.split(",")).map(ChangeKind::valueOf).toList();
	}

	static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp timestamp = row.getTimestamp(column);
		return timestamp == null ? null : timestamp.toInstant();
	}

}
