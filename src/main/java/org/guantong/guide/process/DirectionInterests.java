package org.guantong.guide.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.Rounds;
import org.guantong.guide.DirectionSources;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.review.Interests;
import org.guantong.review.Interests.Party;
import org.guantong.review.SubjectInterests;
import org.guantong.shared.Kind;

/**
 * Whose interests a direction touches: the co-funders concerned, those with a demand
 * behind it, and whoever competes with it by work of their own in the same round.
 */
@Component
class DirectionInterests implements SubjectInterests {

	private static final String BEHIND = """
			from demand d join question_demand qd on qd.demand_id = d.id
			join direction_question dq on dq.question_id = qd.question_id
			""";

	private final GuideDirections directions;

	private final DirectionSources sources;

	private final Rounds rounds;

	private final JdbcClient jdbc;

	DirectionInterests(GuideDirections directions, DirectionSources sources, Rounds rounds, JdbcClient jdbc) {
		this.directions = directions;
		this.sources = sources;
		this.rounds = rounds;
		this.jdbc = jdbc;
	}

	@Override
	public Kind kind() {
		return Kind.GUIDE_DIRECTION;
	}

	@Override
	public Interests of(long directionId) {
		GuideDirection direction = directions.require(directionId);
		Set<Long> organisations = new HashSet<>(sources.coFundersConcerned(directionId));
		organisations.addAll(demandSides(directionId));
		return new Interests(organisations, people(directionId), ownWork(direction),
				rounds.require(direction.roundId()).recusalYears());
	}

	/** Who needs the result, where the system knows them by credit code or name. */
	private List<Long> demandSides(long direction) {
		return jdbc.sql("select distinct o.id " + BEHIND + """
				join organisation o on o.credit_code = d.credit_code or o.name = d.unit where dq.direction_id = ?
				""").param(direction).query(Long.class).list();
	}

	/** Who handed the demands in, and who is named in them. */
	private List<Party> people(long direction) {
		return jdbc.sql("select distinct a.id, a.name, a.organisation_id " + BEHIND + """
				join account a on a.id = d.submitted_by where dq.direction_id = :direction
				union
				select null, d.contact_name, o.id
				""" + BEHIND + """
				join organisation o on o.credit_code = d.credit_code or o.name = d.unit
				where dq.direction_id = :direction and d.contact_name <> ''
				""")
			.param("direction", direction)
			.query((row, index) -> new Party(row.getObject("id", Long.class), row.getString("name"),
					row.getObject("organisation_id", Long.class)))
			.list();
	}

	/** Demands of the same round and field that somebody handed in themselves. */
	private Map<Long, String> ownWork(GuideDirection direction) {
		Map<Long, String> own = new HashMap<>();
		jdbc.sql(
				"""
						select submitted_by as person, code, title from demand
						where round_id = :round and field_id = :field and state not in ('DRAFT', 'REJECTED', 'WITHDRAWN')
						union
						select v.saved_by, g.code, g.title from direction_version v join guide_direction g on g.id = v.direction_id
						where g.round_id = :round and g.field_id = :field
						order by code desc
						""")
			.param("round", direction.roundId())
			.param("field", direction.fieldId())
			.query((row, index) -> own.put(row.getLong("person"), row.getString("code") + " " + row.getString("title")))
			.list();
		return own;
	}

}
