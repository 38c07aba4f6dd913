package org.guantong.identity;

import org.springframework.stereotype.Component;

/** Who may do what with accounts, organisations and substitutions. */
@Component
public class IdentityPermissions {

	/** Administrators open, change and disable accounts, and nobody else does. */
	public boolean mayManageAccounts(Person actor) {
		return actor != null && actor.has(Role.ADMIN);
	}

	/** Officers and administrators keep the list of organisations. */
	public boolean mayManageOrganisations(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** Everybody looks after their own e-mail address, language and password. */
	public boolean mayChangeOwnAccount(Person actor) {
		return actor != null;
	}

	/** A person names their own substitute; an officer may do so for anybody. */
	public boolean mayArrangeSubstitutionFor(Person actor, long accountId) {
		return actor != null && (actor.id() == accountId || actor.isOffice());
	}

}
