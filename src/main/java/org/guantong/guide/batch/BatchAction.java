package org.guantong.guide.batch;

/** What can be done to many directions at once. */
public enum BatchAction {

	/** give them to an officer */
	ASSIGN,
	/** hand finished drafts on for validation */
	SUBMIT,
	/** set the day of publication of adopted ones */
	SCHEDULE,
	/** number the directions of their fields 1 to n */
	NUMBER,
	/** give them up */
	WITHDRAW

}
