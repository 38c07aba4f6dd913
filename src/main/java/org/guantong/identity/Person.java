package org.guantong.identity;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody with an account, as the rest of the application sees them. Also the principal
 * of a signed-in session, so it stays small and serialisable.
 *
 * @param language the tag of the language mails to this person are written in, {@code zh}
 * or {@code en}
 */
public record Person(long id, String username, String name, String email, String language, Set<Role> roles,
		long organisationId, String organisationName) implements Serializable {

	public boolean has(Role role) {
		return roles.contains(role);
	}

	/** Whether this person holds that role in that organisation. */
	public boolean hasIn(Role role, long organisation) {
		return has(role) && organisationId == organisation;
	}

	/** Those who run the rounds and see every case: officers and administrators. */
	public boolean isOffice() {
		return has(Role.OFFICER) || has(Role.ADMIN);
	}

	/** Those who act for a co-funder: contacts and leaders. */
	public boolean isCoFunder() {
		return has(Role.CO_FUNDER_CONTACT) || has(Role.CO_FUNDER_LEADER);
	}

	/** Those who may read every case: the office, and auditors. */
	public boolean readsEverything() {
		return isOffice() || has(Role.AUDITOR);
	}

	public Locale locale() {
		return Locale.forLanguageTag(language);
	}

}
