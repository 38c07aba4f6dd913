package org.guantong.demand;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round a demand belongs to. */
@Component
class RoundOfDemand implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfDemand(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.DEMAND
				? jdbc.sql("select round_id from demand where id = ?").param(ref.id()).query(Long.class).optional()
				: Optional.empty();
	}

}
