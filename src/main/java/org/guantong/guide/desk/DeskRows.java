package org.guantong.guide.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.review.Recommendation;
import org.guantong.review.ReviewStatistics;

/** Reads what an expert has reviewed, and the texts they saw. */
@Component
class DeskRows {

	private final JdbcClient jdbc;

	private final ReviewStatistics statistics;

	DeskRows(JdbcClient jdbc, ReviewStatistics statistics) {
		this.jdbc = jdbc;
		this.statistics = statistics;
	}

	List<DoneReview> done(long expert) {
		return jdbc
			.sql("""
					select g.id, g.code, g.title, r.turn, r.score, r.recommendation, r.comment, r.submitted_at, p.id as panel,
					       d.aggregate_shown and r.turn = p.turn as shown
					from review r join panel_member m on m.id = r.member_id join panel p on p.id = m.panel_id
					join guide_direction g on g.id = p.subject_id join round d on d.id = g.round_id
					where p.kind = 'guide-direction' and m.expert_id = ? order by r.submitted_at desc
					""")
			.param(expert)
			.query((row, index) -> new DoneReview(row.getLong("id"), row.getString("code"), row.getString("title"),
					row.getInt("turn"), row.getBigDecimal("score"),
					Recommendation.valueOf(row.getString("recommendation")), row.getString("comment"),
					row.getTimestamp("submitted_at").toInstant(),
					row.getBoolean("shown") ? statistics.of(row.getLong("panel")) : null))
			.list();
	}

	/** When this expert last reviewed the direction. */
	Optional<Instant> lastReview(long expert, long direction) {
		return jdbc.sql("""
				select max(r.submitted_at) from review r join panel_member m on m.id = r.member_id
				join panel p on p.id = m.panel_id
				where p.kind = 'guide-direction' and p.subject_id = ? and m.expert_id = ?
				""")
			.params(direction, expert)
			.query((row, index) -> row.getTimestamp(1))
			.list()
			.stream()
			.filter(java.util.Objects::nonNull)
			.map(Timestamp::toInstant)
			.findFirst();
	}

	/** The text as it stood at that moment. */
	String textAt(long direction, Instant moment) {
		return jdbc.sql("""
				select text from direction_version where direction_id = ? and saved_at <= ? order by number desc limit 1
				""").params(direction, Timestamp.from(moment)).query(String.class).optional().orElse("");
	}

	String text(long direction) {
		return jdbc.sql("select text from guide_direction where id = ?").param(direction).query(String.class).single();
	}

}
