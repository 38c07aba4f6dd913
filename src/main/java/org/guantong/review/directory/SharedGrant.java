package org.guantong.review.directory;

import java.util.Set;

/**
 * A grant of the system's own.
 *
 * @param people the accounts of those who hold it together
 * @param lastYear in which it ends
 */
public record SharedGrant(String code, String title, Set<Long> people, int lastYear) {
}
