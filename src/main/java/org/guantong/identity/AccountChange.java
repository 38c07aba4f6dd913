package org.guantong.identity;

import java.util.Set;

/**
 * What an administrator changes of an account.
 *
 * @param version of the account as the administrator saw it
 */
public record AccountChange(String name, String email, long organisationId, Set<Role> roles, boolean enabled,
		int version) {
}
