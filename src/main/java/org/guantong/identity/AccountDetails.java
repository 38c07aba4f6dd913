package org.guantong.identity;

/**
 * An account as an administrator sees it.
 *
 * @param mustChangePassword whether it still has its one-time password
 * @param version to be sent back with a change
 */
public record AccountDetails(Person person, boolean enabled, boolean mustChangePassword, int version) {
}
