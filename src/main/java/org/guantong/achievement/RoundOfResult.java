package org.guantong.achievement;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Ref;

/** Which round the project of a closure or achievement came from. */
@Component
class RoundOfResult implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfResult(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return switch (ref.kind()) {
			case CLOSURE -> ofProject("select project_id from closure where id = ?", ref.id());
			case ACHIEVEMENT -> ofProject("select project_id from achievement where id = ?", ref.id());
			default -> Optional.empty();
		};
	}

	private Optional<Long> ofProject(String project, long id) {
		return jdbc
			.sql("select d.round_id from project p join guide_direction d on d.id = p.direction_id where p.id = ("
					+ project + ")")
			.param(id)
			.query(Long.class)
			.optional();
	}

}
