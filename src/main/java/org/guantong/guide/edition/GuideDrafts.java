package org.guantong.guide.edition;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.fund.JointFunds;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.identity.Person;

/** A guide before it is published, as the committee gets it. */
@Component
public class GuideDrafts {

	private final JdbcClient jdbc;

	private final Rounds rounds;

	private final JointFunds funds;

	GuideDrafts(JdbcClient jdbc, Rounds rounds, JointFunds funds) {
		this.jdbc = jdbc;
		this.rounds = rounds;
		this.funds = funds;
	}

	/**
	 * All directions of a round that experts passed: those the co-funders sign off, those
	 * adopted, those published as the edition in force has them. Directions without a
	 * number get one for reading.
	 */
	@PreAuthorize("@directionPermissions.mayReadDraftGuide(#actor)")
	@Transactional(readOnly = true)
	public GuideBook of(Person actor, long roundId) {
		Round round = rounds.require(roundId);
		List<EditionDirection> directions = jdbc
			.sql("""
					select g.id, g.field_id, g.number, g.code, coalesce(d.title, g.title) as title,
					       coalesce(d.application_codes, g.application_codes) as application_codes,
					       coalesce(d.text, g.text) as text, coalesce(d.category, g.category) as category,
					       coalesce(d.intensity, g.intensity) as intensity,
					       coalesce(d.expected_application, g.expected_application) as expected_application,
					       f.name as field_name, f.name_en as field_name_en,
					       coalesce(d.category_name, c.name, g.category) as category_name,
					       coalesce(d.category_name_en, c.name_en, g.category) as category_name_en,
					       row_number() over (partition by g.field_id order by g.number nulls last, g.code) as place
					from guide_direction g join field f on f.id = g.field_id left join grant_category c on c.code = g.category
					left join guide_in_force e on e.round_id = g.round_id
					left join guide_edition_direction d on d.edition_id = e.id and d.direction_id = g.id
					where g.round_id = ? and g.state in ('SIGN_OFF', 'ADOPTED', 'PUBLISHED') order by f.position, place
					""")
			.param(roundId)
			.query((row, index) -> new EditionDirection(row.getLong("id"), row.getLong("field_id"),
					row.getString("field_name"), row.getString("field_name_en"),
					row.getObject("number", Integer.class) == null ? row.getInt("place") : row.getInt("number"),
					row.getString("code"), row.getString("title"),
					List.of((String[]) row.getArray("application_codes").getArray()), row.getString("text"),
					row.getString("category"), row.getString("category_name"), row.getString("category_name_en"),
					row.getBigDecimal("intensity"), row.getString("expected_application")))
			.list();
		return new GuideBook(roundId, round.title(), funds.require(round.fundId()).name(), round.year(), null, null,
				null, directions);
	}

}
