package org.guantong.midterm;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.review.ReviewWork;

/** What experts did in this stage, for their certificates. */
@Component
class MidtermReviewWork implements ReviewWork {

	private final JdbcClient jdbc;

	MidtermReviewWork(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Long, Integer> handedIn(Instant from, Instant before) {
		Map<Long, Integer> counts = new HashMap<>();
		jdbc.sql("""
				select expert_id, count(*) as reviews from midterm_review
				where state = 'SUBMITTED' and answered_at >= ? and answered_at < ? group by expert_id
				""").params(Timestamp.from(from), Timestamp.from(before)).query((row) -> {
			counts.put(row.getLong("expert_id"), row.getInt("reviews"));
		});
		return counts;
	}

}
