package org.guantong.review.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;

/** Reads what is known of experts; for proposals and for those who may keep it. */
@Component
public class RelationRows {

	private static final String TIES = """
			select t.id, t.account_id as expert_id, t.kind, t.other_id, coalesce(a.name, t.other_name) as other_name,
			       coalesce(t.organisation_id, a.organisation_id) as organisation_id, o.name as organisation, t.year,
			       t.title, t.declared
			from expert_tie t left join account a on a.id = t.other_id
			left join organisation o on o.id = coalesce(t.organisation_id, a.organisation_id)
			where t.account_id in (:ids)
			union all
			select t.id, t.other_id, t.kind, a.id, a.name, a.organisation_id, o.name, t.year, t.title, t.declared
			from expert_tie t join account a on a.id = t.account_id join organisation o on o.id = a.organisation_id
			where t.other_id in (:ids)
			order by 8 desc nulls first, 1
			""";

	private final JdbcClient jdbc;

	private final People people;

	private final List<SharedGrants> grants;

	RelationRows(JdbcClient jdbc, People people, List<SharedGrants> grants) {
		this.jdbc = jdbc;
		this.people = people;
		this.grants = grants;
	}

	/** All about those experts, grants of the system's own included. */
	public Relations of(Collection<Long> experts) {
		if (experts.isEmpty()) {
			return new Relations(Map.of(), Map.of(), Map.of());
		}
		return new Relations(grouped(affiliations(experts), Affiliation::expertId),
				grouped(ties(experts), Tie::expertId), grouped(absences(experts), Absence::expertId));
	}

	private List<Affiliation> affiliations(Collection<Long> experts) {
		return jdbc.sql("""
				select f.*, o.name as organisation from expert_affiliation f
				join organisation o on o.id = f.organisation_id where f.account_id in (:ids)
				order by f.until_date desc nulls first, f.employer desc, f.from_date desc nulls last, f.id
				""")
			.param("ids", experts)
			.query((row, index) -> new Affiliation(row.getLong("id"), row.getLong("account_id"),
					row.getLong("organisation_id"), row.getString("organisation"), day(row, "from_date"),
					day(row, "until_date"), row.getBoolean("employer")))
			.list();
	}

	private List<Tie> ties(Collection<Long> experts) {
		List<Tie> ties = new ArrayList<>(jdbc.sql(TIES).param("ids", experts).query(RelationRows::tie).list());
		Set<Long> wanted = Set.copyOf(experts);
		grants.forEach((source) -> source.of(experts)
			.forEach((grant) -> grant.people()
				.stream()
				.filter(wanted::contains)
				.forEach((expert) -> ties.addAll(of(grant, expert)))));
		return ties;
	}

	private List<Tie> of(SharedGrant grant, long expert) {
		return grant.people()
			.stream()
			.filter((other) -> other != expert)
			.map(people::require)
			.map((other) -> new Tie(null, expert, TieKind.CO_GRANT, other.id(), other.name(), other.organisationId(),
					other.organisationName(), grant.lastYear(), grant.code() + " " + grant.title(), false))
			.toList();
	}

	/** Those who arranged a substitute are away as well. */
	private List<Absence> absences(Collection<Long> experts) {
		return jdbc.sql("""
				select id, account_id, from_date, until_date, note from expert_absence where account_id in (:ids)
				union all
				select null, account_id, from_date, until_date, '' from substitution
				where account_id in (:ids) and ended_at is null
				order by from_date, until_date
				""")
			.param("ids", experts)
			.query((row, index) -> new Absence(row.getObject("id", Long.class), row.getLong("account_id"),
					day(row, "from_date"), day(row, "until_date"), row.getString("note")))
			.list();
	}

	private static Tie tie(ResultSet row, int index) throws SQLException {
		return new Tie(row.getLong("id"), row.getLong("expert_id"), TieKind.valueOf(row.getString("kind")),
				row.getObject("other_id", Long.class), row.getString("other_name"),
				row.getObject("organisation_id", Long.class), row.getString("organisation"),
				row.getObject("year", Integer.class), row.getString("title"), row.getBoolean("declared"));
	}

	private static LocalDate day(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	private static <T> Map<Long, List<T>> grouped(List<T> all, ToLongFunction<T> expert) {
		return all.stream().collect(Collectors.groupingBy(expert::applyAsLong));
	}

}
