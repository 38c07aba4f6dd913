package org.guantong.guide;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.DirectionVersion.Origin;
import org.guantong.identity.Person;

/** Every text a direction ever had. */
@Component
public class DirectionVersions {

	private static final String SELECT = """
			select v.*, a.name from direction_version v join account a on a.id = v.saved_by
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectionVersions(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void keep(long direction, DirectionContent content, Origin origin, Integer restoredFrom, Person actor) {
		jdbc.sql(
				"""
						insert into direction_version (direction_id, number, title, application_codes, text, category, intensity,
						                               expected_application, origin, restored_from, saved_by, saved_at)
						values (:direction, (select coalesce(max(number), 0) + 1 from direction_version
						                     where direction_id = :direction),
						        :title, :codes::text[], :text, :category, :intensity, :expected, :origin, :restored, :actor, :now)
						""")
			.param("direction", direction)
			.param("title", content.title())
			.param("codes", content.applicationCodes().toArray(String[]::new))
			.param("text", content.text())
			.param("category", content.category())
			.param("intensity", content.intensity(), Types.NUMERIC)
			.param("expected", content.expectedApplication())
			.param("origin", origin.name())
			.param("restored", restoredFrom, Types.INTEGER)
			.param("actor", actor.id())
			.param("now", Timestamp.from(clock.instant()))
			.update();
	}

	/** The texts, the latest first. */
	public List<DirectionVersion> of(long direction) {
		return jdbc.sql(SELECT + "where v.direction_id = ? order by v.number desc")
			.param(direction)
			.query(DirectionVersions::read)
			.list();
	}

	/** As {@link #of}, without the steps in between that were kept by themselves. */
	public List<DirectionVersion> condensed(long direction) {
		return DirectionVersion.condensed(of(direction));
	}

	/** The number of the present text. */
	public int latest(long direction) {
		return jdbc.sql("select coalesce(max(number), 0) from direction_version where direction_id = ?")
			.param(direction)
			.query(Integer.class)
			.single();
	}

	public Optional<DirectionVersion> find(long direction, int number) {
		return jdbc.sql(SELECT + "where v.direction_id = ? and v.number = ?")
			.params(direction, number)
			.query(DirectionVersions::read)
			.optional();
	}

	private static DirectionVersion read(ResultSet row, int index) throws SQLException {
		return new DirectionVersion(row.getInt("number"), row.getString("title"),
				List.of((String[]) row.getArray("application_codes").getArray()), row.getString("text"),
				row.getString("category"), row.getBigDecimal("intensity"), row.getString("expected_application"),
				Origin.valueOf(row.getString("origin")), row.getObject("restored_from", Integer.class),
				row.getLong("saved_by"), row.getString("name"), row.getTimestamp("saved_at").toInstant());
	}

}
