package org.guantong.audit;

import java.time.Instant;

import org.guantong.shared.Ref;

/**
 * One act on the record.
 *
 * @param id its position, from 1 without gaps
 * @param actorId null when the system itself acted
 * @param actorName as it was then; null when the system itself acted
 * @param action {@code noun.verb} in English
 * @param detail one line, may be empty
 */
public record AuditEntry(long id, Instant happenedAt, Long actorId, String actorName, String action, Ref subject,
		String detail) {
}
