package org.guantong.question;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundLookup;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** Which round a question belongs to. */
@Component
class RoundOfQuestion implements RoundLookup {

	private final JdbcClient jdbc;

	RoundOfQuestion(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Long> roundOf(Ref ref) {
		return ref.kind() == Kind.SCIENTIFIC_QUESTION
				? jdbc.sql("select round_id from scientific_question where id = ?")
					.param(ref.id())
					.query(Long.class)
					.optional()
				: Optional.empty();
	}

}
