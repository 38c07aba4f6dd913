package org.guantong.guide;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The guide of a round: what is published, for anybody. */
@Component
public class PublishedDirections {

	private final JdbcClient jdbc;

	PublishedDirections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param number its number among the directions of its field
	 * @param intensity direct cost of one project in 万元
	 */
	public record Published(long id, String code, int number, long roundId, long fieldId, String title,
			List<String> applicationCodes, String text, String category, BigDecimal intensity,
			String expectedApplication, Instant publishedAt) {
	}

	/**
	 * The directions of a round as the edition in force has them, by field and number.
	 */
	public List<Published> of(long round) {
		return jdbc.sql("""
				select p.*, string_to_array(p.application_codes, '、') as codes, g.field_id from public_direction p
				join guide_direction g on g.id = p.id where p.round_id = ? order by p.field_position, p.number
				""")
			.param(round)
			.query((row, index) -> new Published(row.getLong("id"), row.getString("code"), row.getInt("number"),
					row.getLong("round_id"), row.getLong("field_id"), row.getString("title"),
					List.of((String[]) row.getArray("codes").getArray()), row.getString("text"),
					row.getString("category"), row.getBigDecimal("intensity"), row.getString("expected_application"),
					row.getTimestamp("published_at").toInstant()))
			.list();
	}

}
