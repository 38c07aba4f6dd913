package org.guantong.midterm.batch;

/** What can be done to many checks at once. */
public enum BatchAction {

	/** 催办: mail those each check waits for */
	REMIND,
	/** 延期: another date for the reports that are not in */
	POSTPONE,
	/** 指派专家: as proposed for all of them together */
	ASSIGN,
	/** 决定: as the decision table suggested, or otherwise */
	DECIDE

}
