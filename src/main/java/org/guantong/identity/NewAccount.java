package org.guantong.identity;

import java.util.Set;

/**
 * What has to be known to open an account.
 *
 * @param username 2 to 64 of a–z, 0–9, dot, dash, underscore; never changes
 * @param language of mails: {@code zh} or {@code en}
 */
public record NewAccount(String username, String name, String email, String language, long organisationId,
		Set<Role> roles) {
}
