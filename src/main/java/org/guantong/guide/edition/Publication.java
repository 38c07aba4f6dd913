package org.guantong.guide.edition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/**
 * Publishing, seen from the process: the first direction of an edition whose time has
 * come takes all others of it along, so that a guide appears at once or not at all.
 */
@Component
public class Publication {

	private final Editions editions;

	private final JdbcClient jdbc;

	private final Clock clock;

	Publication(Editions editions, JdbcClient jdbc, Clock clock) {
		this.editions = editions;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What is to be published together.
	 *
	 * @param directions ids of those that are new
	 */
	public record Batch(long edition, List<Long> directions) {
	}

	/** When the edition appears that a direction is scheduled with; empty for none. */
	public Optional<Instant> timeOf(long direction) {
		return editions.scheduledWith(direction).map(Edition::publishAt);
	}

	/** Lets a direction appear by itself on a day, from midnight in the fund's time. */
	public void arrange(long round, long direction, LocalDate day, Person by) {
		editions.lock(round);
		long edition = editions.schedule(round, day.atStartOfDay(clock.getZone()).toInstant(), by.id());
		editions.include(edition, direction);
	}

	/**
	 * Begins to publish a direction with all that appear together with it; alone when it
	 * was not scheduled with others. Others who publish in the same round wait.
	 * @return empty when it has been published meanwhile
	 */
	public Optional<Batch> begin(long round, long direction) {
		editions.lock(round);
		if (jdbc.sql("select state = 'PUBLISHED' from guide_direction where id = ?")
			.param(direction)
			.query(Boolean.class)
			.single()) {
			return Optional.empty();
		}
		long edition = editions.scheduledWith(direction).map(Edition::id).orElseGet(() -> alone(round, direction));
		return Optional
			.of(new Batch(edition, editions.directions(edition).stream().map(EditionDirection::directionId).toList()));
	}

	/**
	 * Closes the edition for good, with what was in force before; what was arranged as
	 * the first is a supplement when another came first.
	 */
	public Edition finish(long round, Batch batch, Instant at) {
		editions.inForce(round).ifPresent((earlier) -> {
			editions.includeAll(batch.edition(), earlier.id());
			editions.supplement(batch.edition());
		});
		editions.publish(batch.edition(), at, null);
		return editions.require(batch.edition());
	}

	/**
	 * Takes a direction that is given up out of the edition it was scheduled with; one
	 * with nothing left in it is dropped.
	 */
	public void leave(long round, long direction) {
		editions.lock(round);
		editions.scheduledWith(direction).ifPresent((edition) -> {
			jdbc.sql("delete from guide_edition_direction where edition_id = ? and direction_id = ?")
				.params(edition.id(), direction)
				.update();
			jdbc.sql("""
					update guide_edition e set state = 'DROPPED' where e.id = ?
					  and not exists (select 1 from guide_edition_direction d where d.edition_id = e.id)
					""").param(edition.id()).update();
		});
	}

	private long alone(long round, long direction) {
		long edition = editions.schedule(round, clock.instant(), null);
		editions.include(edition, direction);
		return edition;
	}

}
