package org.guantong.question;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.guantong.identity.Person;
import org.guantong.shared.Stale;

/** Which rounds' distillation is closed: nothing is distilled there until reopened. */
@Repository
public class DistillationClosing {

	private final JdbcClient jdbc;

	private final Clock clock;

	DistillationClosing(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Who closed it and when. */
	public record Closing(String byName, Instant at) {
	}

	public Optional<Closing> of(long roundId) {
		return jdbc.sql("""
				select a.name, c.closed_at from distillation_close c join account a on a.id = c.closed_by
				where c.round_id = ?
				""")
			.param(roundId)
			.query((row, index) -> new Closing(row.getString("name"), row.getTimestamp("closed_at").toInstant()))
			.optional();
	}

	/** Holds the round's demands against each other's changes until the commit. */
	void lock(long roundId) {
		jdbc.sql("select id from demand where round_id = ? and state = 'ACCEPTED' order by id for update")
			.param(roundId)
			.query(Long.class)
			.list();
	}

	/** Throws {@link Stale} when it is closed; asked after the demands are locked. */
	void requireOpen(long roundId) {
		if (of(roundId).isPresent()) {
			throw new Stale("question.stale.closed");
		}
	}

	void close(long roundId, Person by) {
		jdbc.sql("insert into distillation_close (round_id, closed_by, closed_at) values (?, ?, ?)")
			.params(roundId, by.id(), Timestamp.from(clock.instant()))
			.update();
	}

	boolean reopen(long roundId) {
		return jdbc.sql("delete from distillation_close where round_id = ?").param(roundId).update() > 0;
	}

}
