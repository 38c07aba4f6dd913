package org.guantong.review;

/**
 * A recusal on the record.
 *
 * @param declared by the expert; else found by the system
 */
public record Conflict(long expertId, String name, String organisation, ConflictKind kind, boolean declared,
		String note) {
}
