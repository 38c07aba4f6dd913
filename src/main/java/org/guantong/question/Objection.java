package org.guantong.question;

import java.time.Instant;
import java.util.List;

/**
 * A co-funder's objection to a question, as a conversation between that co-funder and the
 * office. Others do not read it.
 *
 * @param consultationNumber in which consultation it was raised
 * @param resolution null while it is open
 * @param resolvedByName who ended it, null for the process itself
 */
public record Objection(long id, long questionId, long coFunderId, String coFunderName, int consultationNumber,
		int textNumber, Instant openedAt, Resolution resolution, String resolvedByName, Instant resolvedAt,
		List<Message> messages) {

	/** How it ended. */
	public enum Resolution {

		/** 已达成一致: the co-funder agreed to a later wording */
		AGREED,
		/** 已撤回 by the co-funder */
		WITHDRAWN,
		/** 问题已搁置 */
		SET_ASIDE,
		/** 需求已移出: the question comes from no demand of this co-funder any more */
		MOVED_OUT

	}

	/** What one side said. */
	public record Message(String author, boolean fromOffice, String text, Instant at) {
	}

	public boolean isOpen() {
		return resolution == null;
	}

	/** Whether the office has the last word so far. */
	public boolean isAnswered() {
		return !messages.isEmpty() && messages.get(messages.size() - 1).fromOffice();
	}

}
