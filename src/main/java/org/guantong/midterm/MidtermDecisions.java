package org.guantong.midterm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's decisions on each check, the latest last. */
@Component
public class MidtermDecisions {

	private static final String SELECT = """
			select d.*, a.name as decided_by_name from midterm_decision d join account a on a.id = d.decided_by
			where d.check_id = ? order by d.id
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermDecisions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<MidtermDecision> of(long check) {
		return jdbc.sql(SELECT).param(check).query(MidtermDecisions::decision).list();
	}

	/** The latest decision; there must be one. */
	public MidtermDecision latest(long check) {
		List<MidtermDecision> all = of(check);
		return all.get(all.size() - 1);
	}

	/**
	 * Notes a decision.
	 * @param rectifyBy with RECTIFY only
	 * @param reviewOn with SUSPEND_PAYMENT only: when the office looks again
	 */
	public void decide(long check, String decision, String suggestion, String remarks, LocalDate rectifyBy,
			LocalDate reviewOn, long by) {
		jdbc.sql(
				"""
						insert into midterm_decision (check_id, decision, suggestion, remarks, rectify_by, review_on, decided_by, decided_at)
						values (:check, :decision, :suggestion, :remarks, :rectifyBy, :reviewOn, :by, :now)
						""")
			.param("check", check)
			.param("decision", decision)
			.param("suggestion", suggestion)
			.param("remarks", remarks == null ? "" : remarks)
			.param("rectifyBy", rectifyBy, Types.DATE)
			.param("reviewOn", reviewOn, Types.DATE)
			.param("by", by)
			.param("now", now())
			.update();
	}

	/** A second person agrees to a termination, or does not. */
	public void confirm(long decision, boolean agreed, String reasons, long by) {
		jdbc.sql("""
				update midterm_decision set confirmed = ?, confirmation = ?, confirmed_by = ?, confirmed_at = ?
				where id = ?
				""").params(agreed, reasons == null ? "" : reasons, by, now(), decision).update();
	}

	/** The letter goes out and gets its number; from now on the decision stands. */
	public void issue(long decision) {
		int year = LocalDate.now(clock).getYear();
		jdbc.sql("""
				update midterm_decision set issued_at = ?,
				    letter_number = 'ZJ' || ? || '-' || lpad(nextval('midterm_letter_serial')::text, 4, '0')
				where id = ?
				""").params(now(), Integer.toString(year), decision).update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static MidtermDecision decision(ResultSet row, int index) throws SQLException {
		return new MidtermDecision(row.getLong("id"), row.getString("decision"), row.getString("suggestion"),
				row.getString("remarks"), row.getObject("rectify_by", LocalDate.class),
				row.getObject("review_on", LocalDate.class), row.getLong("decided_by"),
				row.getString("decided_by_name"), MidtermReports.instant(row, "decided_at"),
				row.getObject("confirmed", Boolean.class), row.getString("confirmation"),
				MidtermReports.instant(row, "issued_at"), row.getString("letter_number"));
	}

}
