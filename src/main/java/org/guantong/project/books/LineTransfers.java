package org.guantong.project.books;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.InvalidInput;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** The transfers as they are kept; who may see which is for callers to ask. */
@Component
public class LineTransfers {

	private static final String SELECT = """
			select t.*, p.title, f.name as from_name, f.name_en as from_en, g.name as to_name, g.name_en as to_en,
			       f.approver = 'OFFICE' or g.approver = 'OFFICE' as needs_office, a.name as proposer
			from budget_transfer t join project p on p.id = t.project_id
			join budget_line b on b.id = t.from_line join budget_scheme_line f on f.id = b.scheme_line_id
			join budget_line c on c.id = t.to_line join budget_scheme_line g on g.id = c.scheme_line_id
			join account a on a.id = t.proposed_by
			""";

	private final JdbcClient jdbc;

	private final BudgetYears years;

	private final Clock clock;

	LineTransfers(JdbcClient jdbc, BudgetYears years, Clock clock) {
		this.jdbc = jdbc;
		this.years = years;
		this.clock = clock;
	}

	public LineTransfer require(long id) {
		return jdbc.sql(SELECT + " where t.id = ?")
			.param(id)
			.query(LineTransfers::transfer)
			.optional()
			.orElseThrow(() -> NotFound.of(Kind.BUDGET_TRANSFER, id));
	}

	/** All of a project, the newest first. */
	public List<LineTransfer> of(long project) {
		return jdbc.sql(SELECT + " where t.project_id = ? order by t.id desc")
			.param(project)
			.query(LineTransfers::transfer)
			.list();
	}

	long insert(long project, String code, long from, long to, BigDecimal amount, String reason, long by) {
		return jdbc
			.sql("""
					insert into budget_transfer (code, project_id, from_line, to_line, amount, reason, proposed_by, proposed_at)
					values (:code, :project, :from, :to, :amount, :reason, :by, :now) returning id
					""")
			.param("code", code)
			.param("project", project)
			.param("from", from)
			.param("to", to)
			.param("amount", amount)
			.param("reason", reason)
			.param("by", by)
			.param("now", now())
			.query(Long.class)
			.single();
	}

	/** The host agrees; what it said stays. */
	public void to(long id, String state, String remarks) {
		jdbc.sql("update budget_transfer set state = ?, remarks = ? where id = ?")
			.params(state, remarks == null ? "" : remarks, id)
			.update();
	}

	/** It is decided one way or the other. */
	public void decided(long id, boolean approved, String remarks, long by) {
		jdbc.sql("update budget_transfer set state = ?, remarks = ?, decided_by = ?, decided_at = ? where id = ?")
			.params(approved ? "DONE" : "REFUSED", remarks == null ? "" : remarks, by, now(), id)
			.update();
	}

	/** Whether the line can spare that much of its plan. */
	public boolean spares(long line, BigDecimal amount) {
		return jdbc.sql("select planned - spent - committed >= ? from budget_line where id = ?")
			.params(amount, line)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Moves the money; the line it comes from keeps what it has spent and signed for.
	 * @throws InvalidInput when the line cannot spare it any more
	 */
	public void move(LineTransfer transfer) {
		int taken = jdbc.sql("""
				update budget_line set planned = planned - :amount
				where id = :line and planned - spent - committed >= :amount
				""").param("amount", transfer.amount()).param("line", transfer.fromLine()).update();
		if (taken == 0) {
			throw InvalidInput.of("decision", "books.invalid.spares");
		}
		jdbc.sql("update budget_line set planned = planned + ? where id = ?")
			.params(transfer.amount(), transfer.toLine())
			.update();
		years.moved(transfer.fromLine(), transfer.toLine(), transfer.amount(), LocalDate.now(clock).getYear());
	}

	int count(long project) {
		return jdbc.sql("select count(*) from budget_transfer where project_id = ?")
			.param(project)
			.query(Integer.class)
			.single();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static LineTransfer transfer(ResultSet row, int index) throws SQLException {
		Timestamp decided = row.getTimestamp("decided_at");
		return new LineTransfer(row.getLong("id"), row.getString("code"), row.getLong("project_id"),
				row.getString("title"), row.getLong("from_line"), row.getString("from_name"), row.getString("from_en"),
				row.getLong("to_line"), row.getString("to_name"), row.getString("to_en"), row.getBigDecimal("amount"),
				row.getString("reason"), row.getBoolean("needs_office"), row.getString("state"),
				row.getString("remarks"), row.getLong("proposed_by"), row.getString("proposer"),
				row.getTimestamp("proposed_at").toInstant(), decided == null ? null : decided.toInstant());
	}

}
