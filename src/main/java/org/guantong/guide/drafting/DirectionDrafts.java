package org.guantong.guide.drafting;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/**
 * What people are typing, kept sound or not, so that neither a closed lid nor somebody
 * else's save loses it. Also tells who is writing now.
 */
@Component
class DirectionDrafts {

	/** Who typed nothing for this long is not writing any more. */
	private static final Duration PRESENT = Duration.ofMinutes(2);

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectionDrafts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * @param typedAt when it was last typed into
	 */
	record Draft(DirectionForm form, Instant typedAt) {
	}

	/** Keeps what was typed, in place of what this person typed before. */
	void keep(long direction, Person person, DirectionForm form) {
		jdbc.sql("""
				insert into direction_draft (direction_id, person_id, version, base, title, application_codes, text,
				                             category, intensity, expected_application, unsaved, typed_at)
				values (:direction, :person, :version, :base, :title, :codes, :text, :category, :intensity, :expected,
				        true, :now)
				on conflict (direction_id, person_id) do update set version = excluded.version, base = excluded.base,
				  title = excluded.title, application_codes = excluded.application_codes, text = excluded.text,
				  category = excluded.category, intensity = excluded.intensity,
				  expected_application = excluded.expected_application, unsaved = true, typed_at = excluded.typed_at
				""")
			.param("direction", direction)
			.param("person", person.id())
			.param("version", form.version())
			.param("base", form.base())
			.param("title", form.value(TextField.TITLE))
			.param("codes", form.value(TextField.APPLICATION_CODES))
			.param("text", form.value(TextField.TEXT))
			.param("category", form.value(TextField.CATEGORY))
			.param("intensity", form.value(TextField.INTENSITY))
			.param("expected", form.value(TextField.EXPECTED_APPLICATION))
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

	/** What this person typed now stands elsewhere, or is no longer wanted. */
	void settle(long direction, Person person) {
		jdbc.sql("update direction_draft set unsaved = false where direction_id = ? and person_id = ?")
			.params(direction, person.id())
			.update();
	}

	/** What this person typed and is saved nowhere else. */
	Optional<Draft> unsaved(long direction, Person person) {
		return jdbc.sql("select * from direction_draft where direction_id = ? and person_id = ? and unsaved")
			.params(direction, person.id())
			.query((row, index) -> new Draft(
					new DirectionForm(row.getInt("version"), row.getInt("base"), row.getString("title"),
							row.getString("application_codes"), row.getString("text"), row.getString("category"),
							row.getString("intensity"), row.getString("expected_application")),
					row.getTimestamp("typed_at").toInstant()))
			.optional();
	}

	/** The names of the others who are writing now. */
	List<String> others(long direction, Person person) {
		return jdbc.sql("""
				select a.name from direction_draft d join account a on a.id = d.person_id
				where d.direction_id = ? and d.person_id <> ? and d.typed_at > ? order by a.name
				""")
			.params(direction, person.id(), Timestamp.from(clock.instant().minus(PRESENT)))
			.query(String.class)
			.list();
	}

}
