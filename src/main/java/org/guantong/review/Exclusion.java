package org.guantong.review;

/**
 * An expert whom those concerned do not want to judge a subject.
 *
 * @param namedBy who asked for it
 */
public record Exclusion(long id, long expertId, String name, String organisation, String namedBy, String reason) {
}
