package org.guantong.project;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round a project came from. */
@Component
class RoundOfProject implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfProject(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.PROJECT ? jdbc.sql("""
				select d.round_id from project p join guide_direction d on d.id = p.direction_id where p.id = ?
				""").param(ref.id()).query(Long.class).optional() : Optional.empty();
	}

}
