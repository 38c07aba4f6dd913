package org.guantong.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.identity.Person;
import org.guantong.matching.LikenessTable.Pair;

/** Pairs of demands that an officer has found different, however alike they read. */
@Repository
public class DemandsApart {

	private final JdbcClient jdbc;

	private final Clock clock;

	DemandsApart(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** A pair that is not proposed again, and why. */
	public record Apart(long firstId, String firstCode, String firstTitle, long secondId, String secondCode,
			String secondTitle, String reason, String setByName, Instant setAt) {

		public Pair pair() {
			return Pair.of(firstId, secondId);
		}

	}

	/** The round's pairs, the latest first. */
	public List<Apart> of(long roundId) {
		return jdbc.sql("""
				select p.first_id, f.code as first_code, f.title as first_title, p.second_id, s.code as second_code,
				       s.title as second_title, p.reason, a.name as set_by_name, p.set_at
				from demand_apart p join demand f on f.id = p.first_id join demand s on s.id = p.second_id
				join account a on a.id = p.set_by
				where f.round_id = ? order by p.set_at desc, p.first_id, p.second_id
				""")
			.param(roundId)
			.query((row, index) -> new Apart(row.getLong("first_id"), row.getString("first_code"),
					row.getString("first_title"), row.getLong("second_id"), row.getString("second_code"),
					row.getString("second_title"), row.getString("reason"), row.getString("set_by_name"),
					row.getTimestamp("set_at").toInstant()))
			.list();
	}

	void keep(Pair pair, String reason, Person by) {
		jdbc.sql("""
				insert into demand_apart (first_id, second_id, reason, set_by, set_at) values (?, ?, ?, ?, ?)
				on conflict (first_id, second_id) do update
				set reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
				""").params(pair.first(), pair.second(), reason, by.id(), Timestamp.from(clock.instant())).update();
	}

	boolean forget(Pair pair) {
		return jdbc.sql("delete from demand_apart where first_id = ? and second_id = ?")
			.params(pair.first(), pair.second())
			.update() > 0;
	}

}
