package org.guantong.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Role;

/** Reads experts for the proposals of this module and for the office. */
@Component
class Experts {

	private static final String SELECT = """
			select a.id, a.name, a.organisation_id, o.name as organisation,
			       array(select f.organisation_id from expert_affiliation f
			         where f.account_id = a.id and not f.employer and f.until_date is null) as affiliations,
			       coalesce(p.codes, '{}') as codes, coalesce(p.keywords, '{}') as keywords,
			       coalesce(p.most_panels, 6) as most_panels,
			       (select count(*) from panel_member m
			         where m.expert_id = a.id and m.state in ('INVITED', 'ACCEPTED')) as load
			from account a join organisation o on o.id = a.organisation_id
			left join expert_profile p on p.account_id = a.id
			""";

	private final JdbcClient jdbc;

	Experts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Enabled accounts with that role. Those who read every review by office are left
	 * out: they would see others' reviews before handing in their own.
	 */
	List<Expert> withRole(Role role) {
		return jdbc.sql(SELECT + """
				where a.enabled and exists (select 1 from account_role r where r.account_id = a.id and r.role = ?)
				  and not exists (select 1 from account_role r
				    where r.account_id = a.id and r.role in ('OFFICER', 'ADMIN', 'AUDITOR'))
				order by a.id
				""").param(role.name()).query(Experts::read).list();
	}

	/**
	 * Enabled experts of both kinds whose name, organisation, code or keyword holds the
	 * text, by name.
	 */
	List<Expert> search(String pattern, int size, long offset) {
		return matching(SELECT, pattern, " order by a.name, a.id limit :size offset :offset").param("size", size)
			.param("offset", offset)
			.query(Experts::read)
			.list();
	}

	long count(String pattern) {
		return matching("""
				select count(*) from account a join organisation o on o.id = a.organisation_id
				left join expert_profile p on p.account_id = a.id
				""", pattern, "").query(Long.class).single();
	}

	Optional<Expert> find(long id) {
		return jdbc.sql(SELECT + """
				where a.id = ? and exists (select 1 from account_role r
				  where r.account_id = a.id and r.role in ('EXPERT', 'FINANCE_EXPERT'))
				""").param(id).query(Experts::read).optional();
	}

	private JdbcClient.StatementSpec matching(String select, String pattern, String rest) {
		return jdbc.sql(select + """
				where a.enabled and exists (select 1 from account_role r
				  where r.account_id = a.id and r.role in ('EXPERT', 'FINANCE_EXPERT'))
				  and (a.name ilike :pattern or o.name ilike :pattern
				       or array_to_string(p.codes || p.keywords, ' ') ilike :pattern)
				""" + rest).param("pattern", pattern);
	}

	private static Expert read(ResultSet row, int index) throws SQLException {
		return new Expert(row.getLong("id"), row.getString("name"), row.getLong("organisation_id"),
				row.getString("organisation"), longs(row.getArray("affiliations")), texts(row.getArray("codes")),
				texts(row.getArray("keywords")), row.getInt("most_panels"), row.getInt("load"));
	}

	static List<String> texts(Array array) throws SQLException {
		return List.of((String[]) array.getArray());
	}

	static List<Long> longs(Array array) throws SQLException {
		return Arrays.asList((Long[]) array.getArray());
	}

}
