package org.guantong.review;

import java.time.Instant;
import java.util.List;

/**
 * One expert of a panel. For the office's eyes: whoever shows it to others breaks the
 * confidence.
 *
 * @param chosen whether to be invited at once; else held in reserve
 * @param position order in which reserves are asked
 * @param affinity how well the expert suits, 0 to 1
 * @param matchedCodes application codes the expert shares with the subject
 * @param sharedTerms phrases of the expert's keywords that the subject's text holds
 * @param declineReason null unless declined
 * @param reason why declined, in words, or what else ended the membership
 * @param replaces the member whose place this one took; null for none
 * @param dueAt until when the answer or the review is expected; null for neither
 */
public record PanelMember(long id, long panelId, long expertId, String name, long organisationId, String organisation,
		MemberState state, boolean chosen, int position, double affinity, List<String> matchedCodes,
		List<String> sharedTerms, DeclineReason declineReason, String reason, Instant invitedAt, Instant answeredAt,
		Instant dueAt, Long replaces) {
}
