package org.guantong.workflow;

/** Which open tasks a person wants to see. */
public enum InboxFilter {

	/** Everything that waits for this person or for a group of theirs. */
	ALL,
	/** Claimed by or given to this person. */
	MINE,
	/** Open to a group of theirs, claimed by nobody. */
	GROUP,
	/** Due within a week. */
	DUE,
	/** Past the date. */
	OVERDUE

}
