package org.guantong.midterm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The attempts of each check to put things right, the latest last. */
@Component
public class MidtermRectifications {

	private final JdbcClient jdbc;

	private final Clock clock;

	MidtermRectifications(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public List<MidtermRectification> of(long check) {
		return jdbc.sql("select * from midterm_rectification where check_id = ? order by attempt")
			.param(check)
			.query(MidtermRectifications::rectification)
			.list();
	}

	/** The latest attempt; there must be one. */
	public MidtermRectification latest(long check) {
		List<MidtermRectification> all = of(check);
		return all.get(all.size() - 1);
	}

	/** Begins the next attempt. */
	public void begin(long check, LocalDate dueOn) {
		jdbc.sql("insert into midterm_rectification (check_id, attempt, due_on) values (?, ?, ?)")
			.params(check, of(check).size() + 1, dueOn)
			.update();
	}

	public void report(long id, String report) {
		jdbc.sql("update midterm_rectification set report = ?, reported_at = ? where id = ?")
			.params(report, now(), id)
			.update();
	}

	public void endorse(long id) {
		jdbc.sql("update midterm_rectification set endorsed_at = ?, returned = null where id = ?")
			.params(now(), id)
			.update();
	}

	public void giveBack(long id, String reasons) {
		jdbc.sql("update midterm_rectification set returned = ? where id = ?").params(reasons, id).update();
	}

	/**
	 * @param result PASSED, AGAIN or FAILED
	 */
	public void recheck(long id, String result, String remarks, long by) {
		jdbc.sql(
				"update midterm_rectification set result = ?, remarks = ?, checked_by = ?, checked_at = ? where id = ?")
			.params(result, remarks == null ? "" : remarks, by, now(), id)
			.update();
	}

	private Timestamp now() {
		return Timestamp.from(clock.instant());
	}

	private static MidtermRectification rectification(ResultSet row, int index) throws SQLException {
		return new MidtermRectification(row.getLong("id"), row.getInt("attempt"),
				row.getObject("due_on", LocalDate.class), row.getString("report"),
				MidtermReports.instant(row, "reported_at"), row.getString("returned"),
				MidtermReports.instant(row, "endorsed_at"), row.getString("result"), row.getString("remarks"));
	}

}
