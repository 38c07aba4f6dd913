package org.guantong.guide;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.wording.EarlierTopics;

/** The directions of published guides, for demands and drafts to be compared with. */
@Component
class EarlierDirections implements EarlierTopics {

	private final JdbcClient jdbc;

	EarlierDirections(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Topic> published(Long except) {
		return jdbc.sql("""
				select id, code, title, text from guide_direction
				where state = 'PUBLISHED' and (cast(:except as bigint) is null or id <> :except) order by id
				""")
			.param("except", except)
			.query((row, index) -> new Topic(row.getLong("id"), row.getString("code"), row.getString("title"),
					row.getString("text"), "/public/directions/" + row.getLong("id")))
			.list();
	}

}
