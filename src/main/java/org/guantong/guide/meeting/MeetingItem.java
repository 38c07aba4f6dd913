package org.guantong.guide.meeting;

import java.time.Instant;

import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * One direction that is to be voted on, or was.
 *
 * @param turn which turn of its panel the vote belongs to
 * @param position place on the agenda, from 1; null while it waits for a meeting
 * @param votesFor null before the vote, as all that follows
 * @param entitled who were there and might vote
 */
public record MeetingItem(long id, long directionId, String code, String title, int turn, Integer position,
		Integer votesFor, Integer votesAgainst, Integer abstentions, Integer entitled, Boolean passed, String remark,
		Instant votedAt) {

	public boolean isVoted() {
		return passed != null;
	}

	Ref direction() {
		return new Ref(Kind.GUIDE_DIRECTION, directionId);
	}

}
