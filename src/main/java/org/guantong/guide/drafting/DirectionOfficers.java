package org.guantong.guide.drafting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Which officer looks after which direction. */
@Component
public class DirectionOfficers {

	private final JdbcClient jdbc;

	private final People people;

	private final Clock clock;

	DirectionOfficers(JdbcClient jdbc, People people, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.clock = clock;
	}

	public Optional<Person> of(long direction) {
		return jdbc.sql("select officer_id from direction_officer where direction_id = ?")
			.param(direction)
			.query(Long.class)
			.optional()
			.map(people::require);
	}

	/** The names of the officers of those directions that have one. */
	public Map<Long, String> names(Collection<Long> directions) {
		Map<Long, String> names = new LinkedHashMap<>();
		if (!directions.isEmpty()) {
			jdbc.sql("""
					select o.direction_id, a.name from direction_officer o join account a on a.id = o.officer_id
					where o.direction_id in (:directions)
					""").param("directions", directions).query((row) -> {
				names.put(row.getLong("direction_id"), row.getString("name"));
			});
		}
		return names;
	}

	void assign(long direction, Person officer, Person actor) {
		jdbc.sql("""
				insert into direction_officer (direction_id, officer_id, assigned_by, assigned_at) values (?, ?, ?, ?)
				on conflict (direction_id) do update set officer_id = excluded.officer_id,
				  assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
				""").params(direction, officer.id(), actor.id(), Timestamp.from(clock.instant())).update();
	}

	/** Who can be given a direction to look after, by name. */
	public List<Person> candidates() {
		return people.withRole(Role.OFFICER);
	}

}
