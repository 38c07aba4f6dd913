package org.guantong.workflow;

import java.time.Instant;

import org.guantong.shared.Subject;

/**
 * One task as it stands in the inbox.
 *
 * @param assigneeId who has claimed it or was named; null while it is open to a group
 * @param due null when it may take as long as it takes
 * @param groups the groups it is offered to, as {@link org.guantong.identity.Group} codes
 * separated by commas
 */
public record InboxItem(String id, long caseId, String process, String step, String title, Subject subject,
		Long assigneeId, String assigneeName, State state, Instant createdAt, Instant due, Instant endedAt,
		Long completedBy, String groups) {

	/**
	 * OPEN waits for somebody; DONE was completed; CANCELLED: the process moved on
	 * without it.
	 */
	public enum State {

		OPEN, DONE, CANCELLED

	}

	public boolean isOpen() {
		return state == State.OPEN;
	}

	public boolean isOverdue(Instant now) {
		return isOpen() && due != null && due.isBefore(now);
	}

}
