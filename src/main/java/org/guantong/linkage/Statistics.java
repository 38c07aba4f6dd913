package org.guantong.linkage;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;

/** How many came how far: of one round, or of all when the round is null. */
@Service
@Transactional(readOnly = true)
public class Statistics {

	private static final String COUNT = """
			select count(*) filter (where n.kind = 'demand' and n.state not in ('DRAFT', 'WITHDRAWN')) as "demands",
			       count(*) filter (where n.kind = 'demand' and n.state = 'ACCEPTED') as "demands-accepted",
			       count(*) filter (where n.kind = 'demand' and exists (
			         select 1 from question_demand l where l.demand_id = n.id)) as "demands-linked",
			       count(*) filter (where n.kind = 'scientific-question' and n.state = 'AGREED') as "questions-agreed",
			       count(*) filter (where n.kind = 'guide-direction' and n.published) as "directions-published",
			       count(*) filter (where n.kind = 'project') as "projects",
			       count(*) filter (where n.kind = 'achievement' and n.published) as "achievements-registered",
			       count(*) filter (where n.kind = 'transfer' and exists (
			         select 1 from signed_transfer s where s.id = n.id)) as "transfers-signed"
			from linkage_node n where (:round::bigint is null or n.round_id = :round)
			""";

	private static final String BY_FIELD = """
			select f.name, f.name_en,
			       count(*) filter (where n.kind = 'demand' and n.state not in ('DRAFT', 'WITHDRAWN')) as demands,
			       count(*) filter (where n.kind = 'scientific-question' and n.state = 'AGREED') as questions,
			       count(*) filter (where n.kind = 'guide-direction' and n.published) as directions,
			       count(*) filter (where n.kind = 'project') as projects
			from field f left join linkage_node n
			  on n.field_id = f.id and (:round::bigint is null or n.round_id = :round)
			group by f.id order by f.position
			""";

	private final JdbcClient jdbc;

	private final PublishedFigures published;

	Statistics(JdbcClient jdbc, PublishedFigures published) {
		this.jdbc = jdbc;
		this.published = published;
	}

	/** The rounds to choose from, newest first. */
	@PreAuthorize("@linkagePermissions.mayReadStatistics(#reader)")
	public List<RoundChoice> rounds(Person reader) {
		return jdbc.sql("select id, code, title from round order by year desc, id desc")
			.query(RoundChoice.class)
			.list();
	}

	@PreAuthorize("@linkagePermissions.mayReadStatistics(#reader)")
	public Funnel funnel(Person reader, Long round) {
		return jdbc.sql(COUNT).param("round", round).query((row, index) -> {
			List<Funnel.Step> steps = new ArrayList<>();
			for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
				steps.add(new Funnel.Step(row.getMetaData().getColumnLabel(column), row.getLong(column)));
			}
			return new Funnel(steps);
		}).single();
	}

	@PreAuthorize("@linkagePermissions.mayReadStatistics(#reader)")
	public List<FieldFigures> byField(Person reader, Long round) {
		return jdbc.sql(BY_FIELD)
			.param("round", round)
			.query((row, index) -> new FieldFigures(row.getString("name"), row.getString("name_en"),
					row.getLong("demands"), row.getLong("questions"), row.getLong("directions"),
					row.getLong("projects"), published.directionsOf(row.getString("name"))))
			.list();
	}

}
