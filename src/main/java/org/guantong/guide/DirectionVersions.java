package org.guantong.guide;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Every text a direction ever had. */
@Component
class DirectionVersions {

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectionVersions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(long direction, DirectionContent content, Person actor) {
		jdbc.sql(
				"""
						insert into direction_version (direction_id, number, title, application_codes, text, category, intensity,
						                               expected_application, saved_by, saved_at)
						values (:direction, (select coalesce(max(number), 0) + 1 from direction_version
						                     where direction_id = :direction),
						        :title, :codes::text[], :text, :category, :intensity, :expected, :actor, :now)
						""")
			.param("direction", direction)
			.param("title", content.title())
			.param("codes", content.applicationCodes().toArray(String[]::new))
			.param("text", content.text())
			.param("category", content.category())
			.param("intensity", content.intensity(), java.sql.Types.NUMERIC)
			.param("expected", content.expectedApplication())
			.param("actor", actor.id())
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

	/** The texts, the latest first. */
	List<DirectionVersion> of(long direction) {
		return jdbc.sql("""
				select v.*, a.name from direction_version v join account a on a.id = v.saved_by
				where v.direction_id = ? order by v.number desc
				""")
			.param(direction)
			.query((row, index) -> new DirectionVersion(row.getInt("number"), row.getString("title"),
					List.of((String[]) row.getArray("application_codes").getArray()), row.getString("text"),
					row.getString("category"), row.getBigDecimal("intensity"), row.getString("expected_application"),
					row.getString("name"), row.getTimestamp("saved_at").toInstant()))
			.list();
	}

}
