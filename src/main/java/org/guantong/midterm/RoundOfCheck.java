package org.guantong.midterm;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round the project of a mid-term check came from. */
@Component
class RoundOfCheck implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfCheck(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.MIDTERM_CHECK ? jdbc.sql("""
				select d.round_id from midterm_check c join project p on p.id = c.project_id
				join guide_direction d on d.id = p.direction_id where c.id = ?
				""").param(ref.id()).query(Long.class).optional() : Optional.empty();
	}

}
