package org.guantong.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.FieldProblem;

/**
 * Makes the first administrator, {@value #USERNAME}, from a password given once by the
 * environment. When there is an administrator the value is not even looked at.
 */
@Component
class FirstAdministrator {

	static final String USERNAME = "admin";

	private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

	private final People people;

	private final Organisations organisations;

	private final Bootstrap bootstrap;

	private final AccountRules rules;

	private final String office;

	FirstAdministrator(People people, Organisations organisations, Bootstrap bootstrap, AccountRules rules,
			@Value("${GUANTONG_OFFICE_NAME:联合基金管理办公室}") String office) {
		this.people = people;
		this.organisations = organisations;
		this.bootstrap = bootstrap;
		this.rules = rules;
		this.office = office;
	}

	/**
	 * Makes the administrator if there is none.
	 * @param password of the first sign-in only; empty when none was given
	 * @return the administrator made now
	 */
	@Transactional
	Optional<Person> makeIfMissing(String password) {
		rules.oneAtATime();
		if (!people.withRole(Role.ADMIN).isEmpty()) {
			return Optional.empty();
		}
		if (password.isEmpty()) {
			LOG.error(
					"There is no administrator yet, so nobody can open accounts. Set GUANTONG_ADMIN_PASSWORD "
							+ "to a one-time password of at least {} characters and start again.",
					PasswordRules.MIN_LENGTH);
			return Optional.empty();
		}
		List<FieldProblem> problems = PasswordRules.check("GUANTONG_ADMIN_PASSWORD", password, USERNAME);
		if (!problems.isEmpty()) {
			LOG.error(
					"GUANTONG_ADMIN_PASSWORD cannot be used: it needs {} characters or more, of more than a few "
							+ "kinds and without the username in it. Set another and start again.",
					PasswordRules.MIN_LENGTH);
			return Optional.empty();
		}
		Person administrator = bootstrap.openWithOneTimePassword(
				new NewAccount(USERNAME, "系统管理员", "admin@localhost.localdomain", "zh", officeId(), Set.of(Role.ADMIN)),
				password);
		LOG.info("Made the first administrator, {}. The password must be changed at the first sign-in; "
				+ "GUANTONG_ADMIN_PASSWORD is not needed any more.", USERNAME);
		return Optional.of(administrator);
	}

	private long officeId() {
		return organisations.findByName(office)
			.orElseGet(() -> organisations.save(new Organisation(null, 0, office, OrganisationKind.FUNDER, null, null)))
			.id();
	}

}
