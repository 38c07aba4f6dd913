package org.guantong.identity;

import java.util.List;

/**
 * People whom the sign-in page offers to be with one click. A bean of this type exists
 * only where a demonstration is played; without one the page offers nobody.
 */
public interface SignInSuggestions {

	/** Whom to offer, in the order to show them. */
	List<Suggestion> suggestions();

	/**
	 * One person to offer, under the heading of a role.
	 *
	 * @param password in clear: a demonstration's only
	 */
	record Suggestion(Role role, String username, String name, String organisationName, String password) {
	}

}
