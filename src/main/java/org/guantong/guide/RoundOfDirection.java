package org.guantong.guide;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Ref;

/** Which round a direction, or a meeting about directions, belongs to. */
@Component
class RoundOfDirection implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfDirection(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return switch (ref.kind()) {
			case GUIDE_DIRECTION -> find("select round_id from guide_direction where id = ?", ref.id());
			case MEETING -> find("select round_id from review_meeting where id = ?", ref.id());
			default -> Optional.empty();
		};
	}

	private Optional<Long> find(String sql, long id) {
		return jdbc.sql(sql).param(id).query(Long.class).optional();
	}

}
