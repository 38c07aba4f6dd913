package org.guantong.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reviewers promise, and who promised which wording when. */
@Component
public class Pledges {

	private final JdbcClient jdbc;

	private final Clock clock;

	Pledges(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** When a promise is asked for. */
	public enum Moment {

		/** with the invitation's acceptance */
		ACCEPTED,
		/** with the review */
		SUBMITTED

	}

	/** The wording of today. */
	public String text(Locale locale) {
		String column = locale.getLanguage().equals("en") ? "text_en" : "text";
		return jdbc.sql("select " + column + " from pledge_text order by version desc limit 1")
			.query(String.class)
			.single();
	}

	/** A member has promised it, in the wording of today. */
	void take(long member, Moment moment, int turn) {
		jdbc.sql("""
				insert into pledge (member_id, moment, turn, version, taken_at)
				select ?, ?, ?, max(version), ? from pledge_text on conflict do nothing
				""").params(member, moment.name(), turn, Timestamp.from(clock.instant())).update();
	}

	/** Which wording which member of a panel promised at which moment. */
	List<Taken> of(long panel) {
		return jdbc.sql("""
				select p.member_id, p.moment, p.version, p.taken_at from pledge p
				join panel_member m on m.id = p.member_id where m.panel_id = ? order by p.taken_at
				""")
			.param(panel)
			.query((row, index) -> new Taken(row.getLong("member_id"), Moment.valueOf(row.getString("moment")),
					row.getInt("version"), row.getTimestamp("taken_at").toInstant()))
			.list();
	}

	/** A promise on record. */
	public record Taken(long memberId, Moment moment, int version, Instant at) {
	}

}
