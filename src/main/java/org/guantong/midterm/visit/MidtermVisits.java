package org.guantong.midterm.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits as they are on record; who may see which is for callers to ask. */
@Component
public class MidtermVisits {

	private final JdbcClient jdbc;

	MidtermVisits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of a check by their planned day. */
	public List<MidtermVisit> of(long checkId) {
		return jdbc.sql("""
				select v.*, o.name as co_funder from midterm_visit v left join organisation o on o.id = v.co_funder_id
				where v.check_id = ? order by v.planned_on, v.id
				""").param(checkId).query(MidtermVisits::visit).list();
	}

	/** Id of the check a visit belongs to; empty when there is no such visit. */
	Optional<Long> checkOf(long visit) {
		return jdbc.sql("select check_id from midterm_visit where id = ?").param(visit).query(Long.class).optional();
	}

	private static MidtermVisit visit(ResultSet row, int index) throws SQLException {
		Timestamp recorded = row.getTimestamp("recorded_at");
		return new MidtermVisit(row.getLong("id"), row.getObject("planned_on", LocalDate.class), row.getString("place"),
				row.getString("leader"), row.getString("members"), row.getString("co_funder"),
				row.getObject("visited_on", LocalDate.class), row.getString("findings"),
				recorded == null ? null : recorded.toInstant());
	}

}
