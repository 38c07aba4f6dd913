package org.guantong.guide.meeting;

import org.guantong.review.ConflictKind;

/** A member who is out of the room for one item. */
public record Recusal(long itemId, long memberId, ConflictKind kind, String note) {
}
