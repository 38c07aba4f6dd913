package org.guantong.guide.drafting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Why directions were given up. */
@Component
public class Withdrawals {

	private final JdbcClient jdbc;

	private final Clock clock;

	Withdrawals(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public record Withdrawal(String reason, String by, Instant at) {
	}

	public Optional<Withdrawal> of(long direction) {
		return jdbc
			.sql("""
					select w.reason, a.name, w.withdrawn_at from direction_withdrawal w join account a on a.id = w.withdrawn_by
					where w.direction_id = ?
					""")
			.param(direction)
			.query((row, index) -> new Withdrawal(row.getString("reason"), row.getString("name"),
					row.getTimestamp("withdrawn_at").toInstant()))
			.optional();
	}

	void record(long direction, String reason, Person actor) {
		jdbc.sql("""
				insert into direction_withdrawal (direction_id, reason, withdrawn_by, withdrawn_at) values (?, ?, ?, ?)
				""").params(direction, reason, actor.id(), Timestamp.from(clock.instant())).update();
	}

}
