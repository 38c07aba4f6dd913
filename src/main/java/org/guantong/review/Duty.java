package org.guantong.review;

import java.time.Instant;

import org.guantong.shared.Subject;

/**
 * A place on a panel, as the expert who holds it sees it.
 *
 * @param due null when nothing is due
 */
public record Duty(long memberId, Subject subject, MemberState state, Instant due) {
}
