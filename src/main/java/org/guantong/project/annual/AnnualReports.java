package org.guantong.project.annual;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The reports as they are kept; who may see which is for callers to ask. */
@Component
public class AnnualReports {

	static final String SELECT = """
			select r.*, p.code as project_code, p.title, a.name as pi, o.name as host,
			       e.name as endorser
			from annual_report r
			join project p on p.id = r.project_id join account a on a.id = p.pi_id
			join organisation o on o.id = p.host_id
			left join account e on e.id = r.endorsed_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	AnnualReports(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public AnnualReport require(long id) {
		return find(id).orElseThrow(() -> NotFound.of(Kind.ANNUAL_REPORT, id));
	}

	Optional<AnnualReport> find(long id) {
		return jdbc.sql(SELECT + " where r.id = ?").param(id).query(this::report).optional();
	}

	/** All of a project, the latest first. */
	public List<AnnualReport> of(long project) {
		return jdbc.sql(SELECT + " where r.project_id = ? order by r.year desc")
			.param(project)
			.query(this::report)
			.list();
	}

	/** The latest that the host has endorsed. */
	public Optional<AnnualReport> latest(long project) {
		return of(project).stream().filter((one) -> one.state().equals("ENDORSED")).findFirst();
	}

	/**
	 * @return the id, empty when the project has its report of that year
	 */
	Optional<Long> open(long project, String code, int year, LocalDate dueOn) {
		return jdbc.sql("""
				insert into annual_report (code, project_id, year, due_on, opened_at) values (?, ?, ?, ?, ?)
				on conflict do nothing returning id
				""").params(code, project, year, dueOn, now()).query(Long.class).optional();
	}

	/** Keeps what the PI handed in, in place of anything before. */
	public void submit(long id, AnnualReport.Said said) {
		jdbc.sql("""
				update annual_report set state = 'ENDORSING', summary = ?, problems = ?, next_plan = ?, submitted_at = ?
				where id = ?
				""").params(said.summary(), said.problems(), said.nextPlan(), now(), id).update();
		jdbc.sql("delete from annual_report_milestone where report_id = ?").param(id).update();
		jdbc.sql("delete from annual_report_indicator where report_id = ?").param(id).update();
		said.stages()
			.forEach((stage) -> jdbc.sql("""
					insert into annual_report_milestone (report_id, milestone_id, state, actual_on, note)
					values (:report, :milestone, :state, :on, :note)
					""")
				.param("report", id)
				.param("milestone", stage.milestoneId())
				.param("state", stage.state())
				.param("on", stage.actualOn(), Types.DATE)
				.param("note", stage.note())
				.update());
		said.reached()
			.forEach((reached) -> jdbc
				.sql("insert into annual_report_indicator (report_id, indicator_id, actual) values (?, ?, ?)")
				.params(id, reached.indicatorId(), reached.actual())
				.update());
	}

	/** The host agrees. */
	public void endorse(long id, long by) {
		jdbc.sql("""
				update annual_report set state = 'ENDORSED', endorsed_by = ?, endorsed_at = ?, returned = null
				where id = ?
				""").params(by, now(), id).update();
	}

	/** The host sends it back. */
	public void giveBack(long id, String reasons) {
		jdbc.sql("update annual_report set state = 'REPORTING', returned = ? where id = ?")
			.params(reasons, id)
			.update();
	}

	AnnualReport report(ResultSet row, int index) throws SQLException {
		long id = row.getLong("id");
		return new AnnualReport(id, row.getString("code"), row.getLong("project_id"), row.getString("project_code"),
				row.getString("title"), row.getString("pi"), row.getString("host"), row.getInt("year"),
				row.getObject("due_on", LocalDate.class), row.getString("state"), row.getString("summary"),
				row.getString("problems"), row.getString("next_plan"), row.getString("returned"),
				instant(row, "submitted_at"), row.getString("endorser"), instant(row, "endorsed_at"), stages(id),
				reached(id));
	}

	private List<AnnualReport.Stage> stages(long id) {
		return jdbc.sql("select * from annual_report_milestone where report_id = ? order by milestone_id")
			.param(id)
			.query((row, index) -> new AnnualReport.Stage(row.getLong("milestone_id"), row.getString("state"),
					row.getObject("actual_on", LocalDate.class), row.getString("note")))
			.list();
	}

	private List<AnnualReport.Reached> reached(long id) {
		return jdbc.sql("select * from annual_report_indicator where report_id = ? order by indicator_id")
			.param(id)
			.query((row, index) -> new AnnualReport.Reached(row.getLong("indicator_id"), row.getString("actual")))
			.list();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}

}
