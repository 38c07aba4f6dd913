package org.guantong.guide.meeting;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of minutes. */
@Component
class MinutesRows {

	private final JdbcClient jdbc;

	MinutesRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every version, the latest first. */
	List<Minutes> of(long meeting) {
		return jdbc.sql("""
				select n.*, w.name as writer, c.name as confirmer from review_meeting_minutes n
				join account w on w.id = n.written_by left join account c on c.id = n.confirmed_by
				where n.meeting_id = ? order by n.number desc
				""").param(meeting).query((row, index) -> {
			Timestamp confirmed = row.getTimestamp("confirmed_at");
			return new Minutes(row.getInt("number"), row.getString("text"), row.getString("writer"),
					row.getTimestamp("written_at").toInstant(), row.getString("confirmer"),
					confirmed == null ? null : confirmed.toInstant());
		}).list();
	}

	void add(long meeting, int number, String text, long writer, Instant now) {
		jdbc.sql("""
				insert into review_meeting_minutes (meeting_id, number, text, written_by, written_at)
				values (?, ?, ?, ?, ?)
				""").params(meeting, number, text, writer, Timestamp.from(now)).update();
	}

	void confirm(long meeting, int number, long person, Instant now) {
		jdbc.sql("""
				update review_meeting_minutes set confirmed_by = ?, confirmed_at = ? where meeting_id = ? and number = ?
				""").params(person, Timestamp.from(now), meeting, number).update();
	}

}
