package org.guantong.review;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.review.ReviewFigures.Spread;

/** Sums up reviews without names, for those the stage has found to be entitled to it. */
@Component
@Transactional(readOnly = true)
public class ReviewStatistics {

	private static final String SPREAD = """
			count(*) as count, round(avg(s.score), 2) as mean,
			round(percentile_cont(0.5) within group (order by s.score)::numeric, 2) as median,
			round(stddev_pop(s.score), 2) as deviation, min(s.score) as least, max(s.score) as most
			""";

	private static final String OF_TURN = """
			from review r join panel_member m on m.id = r.member_id join panel p on p.id = m.panel_id
			""";

	private final JdbcClient jdbc;

	ReviewStatistics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The figures of the panel's present turn. */
	public ReviewFigures of(long panelId) {
		Spread total = jdbc
			.sql("select " + SPREAD.replace("s.score", "r.score") + OF_TURN + "where p.id = ? and r.turn = p.turn")
			.param(panelId)
			.query(ReviewStatistics::spread)
			.single();
		Map<String, Integer> voices = new LinkedHashMap<>();
		jdbc.sql("select r.recommendation, count(*) as count " + OF_TURN
				+ "where p.id = ? and r.turn = p.turn group by r.recommendation")
			.param(panelId)
			.query((row) -> {
				voices.put(row.getString("recommendation"), row.getInt("count"));
			});
		return new ReviewFigures(total.count() == 0 ? null : total, criteria(panelId), count(voices, "APPROVE"),
				count(voices, "REVISE"), count(voices, "REJECT"));
	}

	private Map<String, Spread> criteria(long panelId) {
		Map<String, Spread> criteria = new LinkedHashMap<>();
		jdbc.sql("select s.criterion, " + SPREAD + OF_TURN
				+ "join review_score s on s.review_id = r.id where p.id = ? and r.turn = p.turn group by s.criterion")
			.param(panelId)
			.query((row) -> {
				criteria.put(row.getString("criterion"), spread(row, 0));
			});
		return criteria;
	}

	private static int count(Map<String, Integer> voices, String recommendation) {
		return voices.getOrDefault(recommendation, 0);
	}

	private static Spread spread(ResultSet row, int index) throws SQLException {
		return new Spread(row.getInt("count"), number(row, "mean"), number(row, "median"), number(row, "deviation"),
				number(row, "least"), number(row, "most"));
	}

	private static BigDecimal number(ResultSet row, String column) throws SQLException {
		BigDecimal value = row.getBigDecimal(column);
		if (value == null) {
			return null;
		}
		BigDecimal plain = value.stripTrailingZeros();
		return plain.scale() < 0 ? plain.setScale(0) : plain;
	}

}
