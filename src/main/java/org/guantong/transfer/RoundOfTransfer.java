package org.guantong.transfer;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round the achievement of a transfer came from. */
@Component
class RoundOfTransfer implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfTransfer(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.TRANSFER ? jdbc.sql("""
				select d.round_id from transfer t join achievement a on a.id = t.achievement_id
				join project p on p.id = a.project_id join guide_direction d on d.id = p.direction_id where t.id = ?
				""").param(ref.id()).query(Long.class).optional() : Optional.empty();
	}

}
