package org.guantong.identity;

import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

/**
 * What lets a person in. Never leaves this package: the rest of the application knows
 * {@link Person}s.
 *
 * @param passwordNumber counts the passwords it has had; sessions and tokens begun under
 * an earlier one are over
 */
record Account(@Id Long id, @Version int version, String username, String passwordHash, boolean mustChangePassword,
		int passwordNumber, String name, String email, String language, long organisationId, boolean enabled,
		@MappedCollection(idColumn = "account_id") Set<AccountRole> roles) {

	static Account opened(NewAccount wanted, String passwordHash, boolean mustChangePassword) {
		return new Account(null, 0, wanted.username(), passwordHash, mustChangePassword, 1, wanted.name(),
				wanted.email(), wanted.language(), wanted.organisationId(), true, AccountRole.of(wanted.roles()));
	}

	Account changed(AccountChange wanted) {
		return new Account(id, wanted.version(), username, passwordHash, mustChangePassword, passwordNumber,
				wanted.name(), wanted.email(), language, wanted.organisationId(), wanted.enabled(),
				AccountRole.of(wanted.roles()));
	}

	Account reachedAt(String newEmail, String newLanguage) {
		return new Account(id, version, username, passwordHash, mustChangePassword, passwordNumber, name, newEmail,
				newLanguage, organisationId, enabled, roles);
	}

	Account withPassword(String newHash, boolean mustChange) {
		return new Account(id, version, username, newHash, mustChange, passwordNumber + 1, name, email, language,
				organisationId, enabled, roles);
	}

	Set<Role> roleSet() {
		return roles.stream().map(AccountRole::role).collect(Collectors.toSet());
	}

	/** One role of an account, a row of its own. */
	record AccountRole(Role role) {

		static Set<AccountRole> of(Set<Role> roles) {
			return roles.stream().map(AccountRole::new).collect(Collectors.toSet());
		}

	}

}
