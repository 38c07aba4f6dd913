package org.guantong.guide;

import org.guantong.guide.GuideDirection.State;

/**
 * Which directions to list.
 *
 * @param round null for all rounds
 * @param field null for all fields
 * @param state null for all states
 * @param text part of code or title; empty for all
 */
public record DirectionFilter(Long round, Long field, State state, String text) {

	String pattern() {
		return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
