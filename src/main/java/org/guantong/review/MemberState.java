package org.guantong.review;

/** Where an expert stands with one panel. */
public enum MemberState {

	/** Proposed by the system or held in reserve; does not know of it. */
	PROPOSED,
	/** Asked, has not answered yet. */
	INVITED,
	/** Has agreed to review and signed nothing yet. */
	ACCEPTED,
	/** Has reviewed in the present turn. */
	SUBMITTED,
	/** Has declined with a reason. */
	DECLINED,
	/** Has declared, or was found to have, a conflict of interest. */
	CONFLICTED,
	/** Did not answer in time; the place passed on. */
	REPLACED,
	/** Had agreed but did not review in time. */
	LAPSED,
	/** Taken off by the office, with a reason. */
	REMOVED,
	/** Away while an answer was awaited; the place passed on. */
	ABSENT;

	/** Whether something is expected of this member. */
	public boolean isPending() {
		return this == INVITED || this == ACCEPTED;
	}

}
