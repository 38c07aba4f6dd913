package org.guantong.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/** What must hold of every account that a person opens or changes. */
@Component
class AccountRules {

	private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,63}");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s<>\",;]{1,64}@[^@\\s<>\",;.]+(\\.[^@\\s<>\",;.]+)+");

	private static final int MAX_NAME = 50;

	private static final int MAX_EMAIL = 200;

	private final JdbcClient jdbc;

	private final Accounts accounts;

	private final Organisations organisations;

	AccountRules(JdbcClient jdbc, Accounts accounts, Organisations organisations) {
		this.jdbc = jdbc;
		this.accounts = accounts;
		this.organisations = organisations;
	}

	void check(NewAccount wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		if (wanted.username() == null || !USERNAME.matcher(wanted.username()).matches()) {
			problems.add(FieldProblem.of("username", "identity.problem.username"));
		}
		else if (accounts.existsByUsername(wanted.username())) {
			problems.add(FieldProblem.of("username", "identity.problem.usernameTaken", wanted.username()));
		}
		checkName(wanted.name(), problems);
		problems.addAll(checkReach(wanted.email(), wanted.language()));
		checkRoles(wanted.roles(), wanted.organisationId(), problems);
		refuse(problems);
	}

	void check(AccountChange wanted) {
		List<FieldProblem> problems = new ArrayList<>();
		checkName(wanted.name(), problems);
		problems.addAll(checkReach(wanted.email(), "zh"));
		checkRoles(wanted.roles(), wanted.organisationId(), problems);
		refuse(problems);
	}

	/** What is wrong with how a person wants to be written to. */
	List<FieldProblem> checkReach(String email, String language) {
		List<FieldProblem> problems = new ArrayList<>();
		if (email == null || email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
			problems.add(FieldProblem.of("email", "identity.problem.email"));
		}
		if (!"zh".equals(language) && !"en".equals(language)) {
			problems.add(FieldProblem.of("language", "identity.problem.language"));
		}
		return problems;
	}

	/**
	 * Runs changes of accounts one after the other, so that two administrators cannot
	 * disable each other at once.
	 */
	void oneAtATime() {
		jdbc.sql("select pg_advisory_xact_lock(hashtext('guantong.administrators'))")
			.query((row, index) -> index)
			.list();
	}

	/** Somebody must always be able to open accounts. */
	void requireAnAdministrator() {
		long administrators = jdbc.sql("""
				select count(*) from account a join account_role r on r.account_id = a.id
				where a.enabled and r.role = 'ADMIN'
				""").query(Long.class).single();
		if (administrators == 0) {
			throw InvalidInput.of("roles", "identity.problem.lastAdministrator");
		}
	}

	static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private static void checkName(String name, List<FieldProblem> problems) {
		if (name == null || name.isBlank() || name.length() > MAX_NAME) {
			problems.add(FieldProblem.of("name", "identity.problem.name", MAX_NAME));
		}
	}

	private void checkRoles(Set<Role> roles, long organisationId, List<FieldProblem> problems) {
		OrganisationKind kind = organisations.findById(organisationId).map(Organisation::kind).orElse(null);
		if (kind == null) {
			problems.add(FieldProblem.of("organisationId", "identity.problem.organisation"));
		}
		if (roles.isEmpty()) {
			problems.add(FieldProblem.of("roles", "identity.problem.noRole"));
		}
		if (kind == null) {
			return;
		}
		boolean forCoFunder = roles.contains(Role.CO_FUNDER_CONTACT) || roles.contains(Role.CO_FUNDER_LEADER);
		if (forCoFunder && kind != OrganisationKind.CO_FUNDER) {
			problems.add(FieldProblem.of("roles", "identity.problem.rolesOfCoFunder"));
		}
		boolean forHost = roles.contains(Role.HOST) || roles.contains(Role.PI);
		if (forHost && kind != OrganisationKind.HOST) {
			problems.add(FieldProblem.of("roles", "identity.problem.rolesOfHost"));
		}
	}

}
