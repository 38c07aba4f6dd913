package org.guantong.review;

import org.guantong.shared.Ref;

/**
 * An expert who was invited, or had accepted, is off a panel for another reason than
 * their own answer: their place has to be passed on. Published inside the transaction.
 *
 * @param why CONFLICTED, ABSENT or REMOVED
 */
public record MemberLeft(Ref subject, long memberId, long expertId, MemberState why) {
}
