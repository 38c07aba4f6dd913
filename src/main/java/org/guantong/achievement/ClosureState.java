package org.guantong.achievement;

/** How far a closure has come. */
public enum ClosureState {

	OPEN, SUBMITTED, ENDORSED, IN_REVIEW, ACCEPTED, NOT_ACCEPTED

}
