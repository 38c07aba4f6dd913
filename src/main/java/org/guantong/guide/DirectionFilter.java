package org.guantong.guide;

import org.guantong.guide.GuideDirection.State;

/**
 * Which directions to list.
 *
 * @param round null for all rounds
 * @param field null for all fields
 * @param state null for all states
 * @param text part of code or title; empty for all
 * @param officer the account of who looks after them; null for all
 */
public record DirectionFilter(Long round, Long field, State state, String text, Long officer) {

	/** Whoever looks after them. */
	public DirectionFilter(Long round, Long field, State state, String text) {
		this(round, field, state, text, null);
	}

	String pattern() {
		return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
