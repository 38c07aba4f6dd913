package org.guantong.project;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.InvalidInput;

/** Budgets and spending of projects; who may see which is for the callers to ask. */
@Component
public class Budgets {

	/** Largest amount of one entry in 元: the column holds 12 digits before the point. */
	private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

	private final JdbcClient jdbc;

	private final Clock clock;

	Budgets(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The budget of a project. */
	public Budget of(long project) {
		return new Budget(jdbc.sql("""
				select b.id, s.code, s.name, s.name_en, s.kind, b.planned, b.received, b.spent, b.committed
				from budget_line b join budget_scheme_line s on s.id = b.scheme_line_id
				where b.project_id = ? order by s.position
				""").param(project).query(Budgets::line).list());
	}

	/** What was spent, newest first. */
	public List<Expenditure> expenditures(long project) {
		return jdbc.sql("""
				select e.id, s.name, s.name_en, e.spent_on, e.amount, e.note, a.name as recorder,
				       (select count(*) from attachment t
				        where t.subject_kind = 'expenditure' and t.subject_id = e.id) as vouchers
				from expenditure e join budget_line b on b.id = e.line_id
				join budget_scheme_line s on s.id = b.scheme_line_id left join account a on a.id = e.recorded_by
				where b.project_id = ? order by e.spent_on desc, e.id desc
				""")
			.param(project)
			.query((row, index) -> new Expenditure(row.getLong("id"), row.getString("name"), row.getString("name_en"),
					row.getObject("spent_on", LocalDate.class), row.getBigDecimal("amount"), row.getString("note"),
					row.getString("recorder"), row.getInt("vouchers")))
			.list();
	}

	/** The project an entry belongs to; empty when there is no such entry. */
	Optional<Long> projectOf(long expenditure) {
		return jdbc.sql("select b.project_id from expenditure e join budget_line b on b.id = e.line_id where e.id = ?")
			.param(expenditure)
			.query(Long.class)
			.optional();
	}

	/**
	 * Records an entry; the line's sum follows in the database, which refuses to overdraw
	 * it.
	 * @param amount in 元, not zero, at most two decimals
	 * @param by account id, null when nobody in particular entered it
	 * @throws InvalidInput when the line lacks the money, or more is taken back than was
	 * spent
	 */
	public long spend(BudgetLine line, LocalDate day, BigDecimal amount, String note, Long by) {
		try {
			return jdbc.sql("""
					insert into expenditure (line_id, spent_on, amount, note, recorded_by, recorded_at)
					values (:line, :day, :amount, :note, :by, :now) returning id
					""")
				.param("line", line.id())
				.param("day", day)
				.param("amount", amount)
				.param("note", note == null ? "" : note)
				.param("by", by, Types.BIGINT)
				.param("now", Timestamp.from(clock.instant()))
				.query(Long.class)
				.single();
		}
		catch (DataIntegrityViolationException ex) {
			throw InvalidInput.of("amount",
					amount.signum() > 0 ? "project.spending.overdrawn" : "project.spending.tooMuchBack");
		}
	}

	/** Adds money that arrived for a line today, in 元. */
	public void receive(BudgetLine line, BigDecimal amount) {
		receive(line, amount, LocalDate.now(clock));
	}

	/** Adds money that arrived for a line on that day, in 元. */
	public void receive(BudgetLine line, BigDecimal amount, LocalDate on) {
		receive(line.id(), amount, on);
		jdbc.sql("update budget_line set received = received + ? where id = ?").params(amount, line.id()).update();
	}

	private void receive(long line, BigDecimal amount, LocalDate on) {
		jdbc.sql("insert into receipt (line_id, received_on, amount) values (?, ?, ?)")
			.params(line, on, amount)
			.update();
	}

	/**
	 * Whether it can stand as an amount of money: at most two decimals, not too large.
	 */
	public static boolean isAmount(BigDecimal amount) {
		return amount != null && amount.stripTrailingZeros().scale() <= 2 && amount.abs().compareTo(LARGEST) <= 0;
	}

	/**
	 * @param arrivedOn the day of what had arrived before the project was entered
	 */
	void plan(long project, String scheme, List<NewProject.Line> lines, LocalDate arrivedOn) {
		lines.forEach((line) -> {
			BigDecimal received = line.received() == null ? BigDecimal.ZERO : line.received();
			long id = jdbc.sql("""
					insert into budget_line (project_id, scheme_line_id, planned, received)
					select ?, l.id, ?, ? from budget_scheme_line l join budget_scheme s on s.id = l.scheme_id
					where s.code = ? and l.code = ? returning id
					""").params(project, line.planned(), received, scheme, line.line()).query(Long.class).single();
			if (received.signum() > 0) {
				receive(id, received, arrivedOn);
			}
		});
	}

	private static BudgetLine line(ResultSet row, int index) throws SQLException {
		return new BudgetLine(row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("name_en"),
				row.getString("kind"), row.getBigDecimal("planned"), row.getBigDecimal("received"),
				row.getBigDecimal("spent"), row.getBigDecimal("committed"));
	}

}
