package org.guantong.guide;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.RoundReviewing;
import org.guantong.shared.Kind;

/** Once an expert has judged a direction, the rules of its round stand. */
@Component
class ReviewsBegun implements RoundReviewing {

	private final JdbcClient jdbc;

	ReviewsBegun(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean hasBegun(long roundId) {
		return jdbc.sql("""
				select exists (
				  select 1 from guide_direction d
				  join panel p on p.kind = :kind and p.subject_id = d.id
				  join panel_member m on m.panel_id = p.id
				  join review r on r.member_id = m.id
				  where d.round_id = :round)
				""").param("kind", Kind.GUIDE_DIRECTION.slug()).param("round", roundId).query(Boolean.class).single();
	}

}
