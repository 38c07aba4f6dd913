package org.guantong.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/**
 * Finds people: read only, and only those whose account is enabled unless asked by id.
 */
@Component
public class People {

	private static final String SELECT = """
			select a.id, a.username, a.name, a.email, a.language, a.organisation_id, o.name as organisation_name,
			       array(select r.role from account_role r where r.account_id = a.id) as roles
			from account a join organisation o on o.id = a.organisation_id
			""";

	private final JdbcClient jdbc;

	public People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The person of that id, whether or not the account is still enabled. */
	public Person require(long id) {
		return jdbc.sql(SELECT + "where a.id = ?")
			.param(id)
			.query(People::person)
			.optional()
			.orElseThrow(() -> NotFound.of(Kind.ACCOUNT, id));
	}

	public Optional<Person> byUsername(String username) {
		return jdbc.sql(SELECT + "where a.username = ? and a.enabled").param(username).query(People::person).optional();
	}

	public List<Person> withRole(Role role) {
		return members(Group.of(role));
	}

	/** Everybody of that organisation, by name. */
	public List<Person> ofOrganisation(long organisationId) {
		return jdbc.sql(SELECT + "where a.organisation_id = ? and a.enabled order by a.name, a.id")
			.param(organisationId)
			.query(People::person)
			.list();
	}

	/** Everybody who belongs to the group, by name. */
	public List<Person> members(Group group) {
		return jdbc.sql(SELECT + """
				join account_role m on m.account_id = a.id
				where m.role = :role and a.enabled
				  and (cast(:organisation as bigint) is null or a.organisation_id = :organisation)
				order by a.name, a.id
				""")
			.param("role", group.role().name())
			.param("organisation", group.organisationId())
			.query(People::person)
			.list();
	}

	private static Person person(ResultSet row, int index) throws SQLException {
		return new Person(row.getLong("id"), row.getString("username"), row.getString("name"), row.getString("email"),
				row.getString("language"), roles(row.getArray("roles")), row.getLong("organisation_id"),
				row.getString("organisation_name"));
	}

	private static Set<Role> roles(Array array) throws SQLException {
		Set<Role> roles = EnumSet.noneOf(Role.class);
		Arrays.stream((String[]) array.getArray()).map(Role::valueOf).forEach(roles::add);
		return roles;
	}

}
