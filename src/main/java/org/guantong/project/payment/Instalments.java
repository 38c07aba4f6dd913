package org.guantong.project.payment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The instalments and holds as they are kept; who may see which is for callers to ask.
 */
@Component
class Instalments {

	static final String SELECT = """
			select i.*, o.name as payer, m.number || '. ' || m.title as milestone
			from instalment_now i join organisation o on o.id = i.payer_id
			left join milestone m on m.id = i.milestone_id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	Instalments(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Instalment> of(long project) {
		return jdbc.sql(SELECT + " where i.project_id = ? order by i.number")
			.param(project)
			.query(Instalments::instalment)
			.list();
	}

	List<PaymentHold> holds(long project) {
		return jdbc.sql("""
				select h.*, a.name as holder, b.name as lifter from payment_hold h
				left join account a on a.id = h.held_by left join account b on b.id = h.lifted_by
				where h.project_id = ? order by h.id desc
				""").param(project).query(Instalments::hold).list();
	}

	/** What funder and co-funders can be asked for, in 元. */
	BigDecimal limit(long project) {
		return jdbc.sql("""
				select coalesce(sum(b.planned), 0) from budget_line b
				join budget_scheme_line s on s.id = b.scheme_line_id and s.kind <> 'OTHER' where b.project_id = ?
				""").param(project).query(BigDecimal.class).single();
	}

	/** Puts the open part of a plan in the place of what was planned before. */
	void replaceOpen(long project, List<NewInstalment> wanted) {
		jdbc.sql("delete from instalment where project_id = ? and paid_on is null and cancelled_at is null")
			.param(project)
			.update();
		int number = jdbc.sql("select coalesce(max(number), 0) from instalment where project_id = ?")
			.param(project)
			.query(Integer.class)
			.single();
		boolean passed = passedMidterm(project);
		for (NewInstalment one : wanted) {
			insert(project, ++number, one, passed && one.condition().equals("MIDTERM"));
		}
	}

	private void insert(long project, int number, NewInstalment one, boolean released) {
		jdbc.sql(
				"""
						insert into instalment (project_id, number, payer_id, amount, planned_on, condition, milestone_id, released_at)
						values (:project, :number, :payer, :amount, :on, :condition, :milestone, :released)
						""")
			.param("project", project)
			.param("number", number)
			.param("payer", one.payerId())
			.param("amount", one.amount())
			.param("on", one.plannedOn())
			.param("condition", one.condition())
			.param("milestone", one.milestoneId(), Types.BIGINT)
			.param("released", released ? now() : null, Types.TIMESTAMP)
			.update();
	}

	/** The mid-term check was passed, whatever is planned of it from now on. */
	private boolean passedMidterm(long project) {
		return jdbc.sql("select midterm_passed_at is not null from project where id = ?")
			.param(project)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Notes a payment; nothing happens when it was paid, cancelled or changed meanwhile.
	 * @return whether it was this call that did it
	 */
	boolean pay(long instalment, LocalDate on, String voucher, boolean booked, long by) {
		return jdbc.sql("""
				update instalment set paid_on = ?, voucher = ?, booked = ?, paid_by = ?
				where id = ? and paid_on is null and cancelled_at is null
				""").params(on, voucher, booked, by, instalment).update() == 1;
	}

	/** Whoever holds, resumes or pays does so one after the other for each project. */
	void lock(long project) {
		jdbc.sql("select id from project where id = ? for update").param(project).query(Long.class).single();
	}

	void release(long project) {
		jdbc.sql("update project set midterm_passed_at = coalesce(midterm_passed_at, ?) where id = ?")
			.params(now(), project)
			.update();
		jdbc.sql("""
				update instalment set released_at = ? where project_id = ? and condition = 'MIDTERM'
				and released_at is null and paid_on is null and cancelled_at is null
				""").params(now(), project).update();
	}

	int cancelOpen(long project) {
		return jdbc.sql("""
				update instalment set cancelled_at = ?
				where project_id = ? and paid_on is null and cancelled_at is null
				""").params(now(), project).update();
	}

	void hold(long project, String cause, String reason, LocalDate reviewOn, Long by) {
		jdbc.sql("""
				insert into payment_hold (project_id, cause, reason, review_on, held_by, held_at)
				values (:project, :cause, :reason, :review, :by, :now)
				""")
			.param("project", project)
			.param("cause", cause)
			.param("reason", reason)
			.param("review", reviewOn, Types.DATE)
			.param("by", by, Types.BIGINT)
			.param("now", now())
			.update();
	}

	/**
	 * @return whether a hold lasted until now
	 */
	boolean lift(long project, String reason, Long by) {
		return jdbc.sql("""
				update payment_hold set lifted_at = :now, lifted_reason = :reason, lifted_by = :by
				where project_id = :project and lifted_at is null
				""")
			.param("now", now())
			.param("reason", reason)
			.param("by", by, Types.BIGINT)
			.param("project", project)
			.update() == 1;
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	static Instalment instalment(ResultSet row, int index) throws SQLException {
		return new Instalment(row.getLong("id"), row.getLong("project_id"), row.getInt("number"),
				row.getLong("payer_id"), row.getString("payer"), row.getBigDecimal("amount"),
				row.getObject("planned_on", LocalDate.class), row.getString("condition"),
				row.getObject("milestone_id", Long.class), row.getString("milestone"), row.getString("state"),
				row.getObject("paid_on", LocalDate.class), row.getString("voucher"));
	}

	private static PaymentHold hold(ResultSet row, int index) throws SQLException {
		return new PaymentHold(row.getLong("id"), row.getString("cause"), row.getString("reason"),
				row.getObject("review_on", LocalDate.class), row.getString("holder"), instant(row, "held_at"),
				row.getString("lifter"), instant(row, "lifted_at"), row.getString("lifted_reason"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp at = row.getTimestamp(column);
		return at == null ? null : at.toInstant();
	}

}
