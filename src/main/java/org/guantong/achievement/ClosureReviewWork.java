package org.guantong.achievement;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.review.ReviewWork;

/** What experts did in this stage, for their certificates. */
@Component
class ClosureReviewWork implements ReviewWork {

	private final JdbcClient jdbc;

	ClosureReviewWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Long, Integer> handedIn(Instant from, Instant before) {
		Map<Long, Integer> counts = new HashMap<>();
		jdbc.sql("""
				select expert_id, count(*) as reviews from closure_review
				where submitted_at >= ? and submitted_at < ? group by expert_id
				""").params(Timestamp.from(from), Timestamp.from(before)).query((row) -> {
			counts.put(row.getLong("expert_id"), row.getInt("reviews"));
		});
		return counts;
	}

}
