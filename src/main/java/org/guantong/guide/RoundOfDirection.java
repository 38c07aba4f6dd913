package org.guantong.guide;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round a direction belongs to. */
@Component
class RoundOfDirection implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfDirection(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.GUIDE_DIRECTION ? jdbc.sql("select round_id from guide_direction where id = ?")
			.param(ref.id())
			.query(Long.class)
			.optional() : Optional.empty();
	}

}
