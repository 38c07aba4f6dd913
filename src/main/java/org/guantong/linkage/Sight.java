package org.guantong.linkage;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/**
 * Which things of the chain a reader may know, as parts of an SQL statement.
 * <ul>
 * <li>The office, the committee and auditors: all.</li>
 * <li>A co-funder's people: its demands and whatever came of them, except directions that
 * have not left the office.</li>
 * <li>A PI their projects, a host institution those of its people: with all they came
 * from and all that came of them, except demands.</li>
 * <li>A demand side: its transfers and all they came from, except demands.</li>
 * <li>Everybody: published directions and registered achievements.</li>
 * </ul>
 * Whoever has several roles may know what any of them may.
 */
final class Sight {

	/**
	 * A recursive table expression {@code mine(way, kind, id)}; to follow
	 * {@code with recursive}.
	 */
	static final String MINE = """
			mine (way, kind, id) as (
			  (select 'DOWN'::text, 'demand'::text, d.id from demand d
			   where :coFunder and d.co_funder_id = :organisation
			   union all
			   select w.way, 'project'::text, p.id from project p, (values ('UP'::text), ('DOWN'::text)) w (way)
			   where (:pi and p.pi_id = :person) or (:host and p.host_id = :organisation)
			   union all
			   select 'UP'::text, 'transfer'::text, t.id from transfer t
			   where :demandSide and t.demand_side_id = :organisation)
			  union
			  select m.way, s.next_kind, s.next_id
			  from mine m join linkage_step s on s.way = m.way and s.kind = m.kind and s.id = m.id)
			""";

	/** A condition on {@code linkage_node n}, where {@link #MINE} is at hand. */
	static final String SEEN = """
			(:all or n.published or exists (
			   select 1 from mine m where m.kind = n.kind and m.id = n.id
			   and (n.kind <> 'demand' or m.way = 'DOWN')
			   and (n.kind <> 'guide-direction' or n.state <> 'DRAFT')))
			""";

	private Sight() {
	}

	/** Binds what both parts need to know of the reader. */
	static StatementSpec bind(StatementSpec statement, Person reader) {
		return statement.param("all", reader.readsEverything() || reader.has(Role.COMMITTEE))
			.param("coFunder", reader.isCoFunder())
			.param("pi", reader.has(Role.PI))
			.param("host", reader.has(Role.HOST))
			.param("demandSide", reader.has(Role.DEMAND_SIDE))
			.param("person", reader.id())
			.param("organisation", reader.organisationId());
	}

}
