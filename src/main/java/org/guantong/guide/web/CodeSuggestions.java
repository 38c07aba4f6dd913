package org.guantong.guide.web;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.guide.GuideDirection;

/**
 * Application codes to choose from: those of the demands behind a direction, then those
 * its fund used before in the same field.
 */
@Component
class CodeSuggestions {

	private static final int MOST = 12;

	private final JdbcClient jdbc;

	CodeSuggestions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A code and where it comes from.
	 *
	 * @param demands how many demands behind the direction carry it
	 * @param directions how many directions of the fund's field do
	 */
	record Suggestion(String code, int demands, int directions) {
	}

	List<Suggestion> of(GuideDirection direction) {
		return jdbc.sql("""
				with behind as (
				  select d.application_code as code from direction_question dq
				  join question_demand qd on qd.question_id = dq.question_id join demand d on d.id = qd.demand_id
				  where dq.direction_id = :direction and d.application_code is not null),
				used as (
				  select unnest(g.application_codes) as code from guide_direction g join round r on r.id = g.round_id
				  where r.fund_id = (select fund_id from round where id = :round) and g.field_id = :field
				    and g.id <> :direction)
				select code, sum(demands) as demands, sum(directions) as directions from (
				  select code, count(*) as demands, 0 as directions from behind group by code
				  union all select code, 0, count(*) from used group by code) used_codes
				group by code order by demands desc, directions desc, code limit :most
				""")
			.param("direction", direction.id())
			.param("round", direction.roundId())
			.param("field", direction.fieldId())
			.param("most", MOST)
			.query((row, index) -> new Suggestion(row.getString("code"), row.getInt("demands"),
					row.getInt("directions")))
			.list();
	}

}
