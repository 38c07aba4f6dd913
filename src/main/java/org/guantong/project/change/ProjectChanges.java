package org.guantong.project.change;

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

/** The changes as they are kept; who may see which is for callers to ask. */
@Component
public class ProjectChanges {

	private static final String SELECT = """
			select c.*, p.code as project_code, p.title as project_title, a.name as applicant, n.name as new_pi,
			       h.name as new_host
			from project_change c join project p on p.id = c.project_id join account a on a.id = c.applied_by
			left join account n on n.id = c.new_pi_id left join organisation h on h.id = c.new_host_id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	ProjectChanges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public ProjectChange require(long id) {
		return find(id).orElseThrow(() -> NotFound.of(Kind.PROJECT_CHANGE, id));
	}

	Optional<ProjectChange> find(long id) {
		return jdbc.sql(SELECT + " where c.id = ?").param(id).query(this::change).optional();
	}

	/** All of a project, the newest first. */
	public List<ProjectChange> of(long project) {
		return jdbc.sql(SELECT + " where c.project_id = ? order by c.id desc")
			.param(project)
			.query(this::change)
			.list();
	}

	/** Those that took effect, the newest first. */
	public List<ApprovedChange> approved(long project) {
		return of(project).stream()
			.filter((one) -> one.state().equals("APPROVED"))
			.map((one) -> new ApprovedChange(one.id(), one.kind(), one.decidedAt(), one.was(), one.became()))
			.toList();
	}

	/** What changes go by. */
	public ChangeSettings settings() {
		return jdbc.sql("select * from project_change_setting")
			.query((row, index) -> new ChangeSettings(row.getInt("endorse_days"), row.getInt("accept_days"),
					row.getInt("decide_days"), row.getInt("amend_days"), row.getInt("longest_extension")))
			.single();
	}

	void set(ChangeSettings wanted) {
		jdbc.sql("""
				update project_change_setting set endorse_days = ?, accept_days = ?, decide_days = ?, amend_days = ?,
				       longest_extension = ?
				""")
			.params(wanted.endorseDays(), wanted.acceptDays(), wanted.decideDays(), wanted.amendDays(),
					wanted.longestExtension())
			.update();
	}

	long insert(long project, String code, NewChange wanted, Long newPi, long by) {
		long id = jdbc.sql("""
				insert into project_change (code, project_id, kind, reason, proposal, new_pi_id, new_host_id,
				                            new_ends_on, applied_by, applied_at)
				values (:code, :project, :kind, :reason, :proposal, :pi, :host, :ends, :by, :now) returning id
				""")
			.param("code", code)
			.param("project", project)
			.param("kind", wanted.kind().name())
			.param("reason", wanted.reason())
			.param("proposal", wanted.proposal())
			.param("pi", newPi, Types.BIGINT)
			.param("host", wanted.newHostId(), Types.BIGINT)
			.param("ends", wanted.newEndsOn(), Types.DATE)
			.param("by", by)
			.param("now", now())
			.query(Long.class)
			.single();
		wanted.marks()
			.forEach((mark) -> jdbc.sql(
					"insert into project_change_milestone (change_id, milestone_id, planned_on, title, dropped) values (?, ?, ?, ?, ?)")
				.params(id, mark.milestoneId(), mark.plannedOn(), mark.title().strip(), mark.dropped())
				.update());
		return id;
	}

	/** Another wording of reason and proposal. */
	public void reword(long id, String reason, String proposal) {
		jdbc.sql("update project_change set reason = ?, proposal = ? where id = ?")
			.params(reason, proposal, id)
			.update();
	}

	/** Moves an application on; remarks are what was last said of it. */
	public void to(long id, String state, String remarks) {
		jdbc.sql("update project_change set state = ?, remarks = ?, version = version + 1 where id = ?")
			.params(state, remarks == null ? "" : remarks, id)
			.update();
	}

	/** What the new host says of taking the project over. */
	public void accepted(long id, boolean accepted, String remarks) {
		jdbc.sql("update project_change set accepted = ? where id = ?").params(accepted, id).update();
		to(id, "DECIDING", remarks);
	}

	/** The office says no; the application is over. */
	public void refuse(long id, String remarks, long by) {
		jdbc.sql("""
				update project_change set state = 'REFUSED', remarks = ?, decided_by = ?, decided_at = ?,
				       version = version + 1 where id = ?
				""").params(remarks, by, now(), id).update();
	}

	/** Notes who decided, before the change takes effect in the same transaction. */
	public void approve(long id, String remarks, long by, String was, String became) {
		jdbc.sql("""
				update project_change set state = 'APPROVED', remarks = ?, decided_by = ?, decided_at = ?, was = ?,
				       became = ?, version = version + 1 where id = ?
				""").params(remarks == null ? "" : remarks, by, now(), was, became, id).update();
	}

	int count(long project) {
		return jdbc.sql("select count(*) from project_change where project_id = ?")
			.param(project)
			.query(Integer.class)
			.single();
	}

	private ProjectChange change(ResultSet row, int index) throws SQLException {
		long id = row.getLong("id");
		return new ProjectChange(id, row.getString("code"), row.getLong("project_id"), row.getString("project_code"),
				row.getString("project_title"), ChangeKind.valueOf(row.getString("kind")), row.getString("state"),
				row.getString("reason"), row.getString("proposal"), row.getObject("new_pi_id", Long.class),
				row.getString("new_pi"), row.getObject("new_host_id", Long.class), row.getString("new_host"),
				row.getObject("new_ends_on", LocalDate.class), row.getObject("accepted", Boolean.class),
				row.getString("remarks"), row.getString("was"), row.getString("became"), row.getLong("applied_by"),
				row.getString("applicant"), instant(row, "applied_at"), row.getObject("decided_by", Long.class),
				instant(row, "decided_at"), marks(id));
	}

	private List<ProjectChange.NewMark> marks(long id) {
		return jdbc.sql("""
				select n.milestone_id, n.planned_on, n.title, n.dropped from project_change_milestone n
				join milestone m on m.id = n.milestone_id where n.change_id = ? order by m.number
				""")
			.param(id)
			.query((row, index) -> new ProjectChange.NewMark(row.getLong("milestone_id"),
					row.getObject("planned_on", LocalDate.class), row.getString("title"), row.getBoolean("dropped")))
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
