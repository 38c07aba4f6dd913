package org.guantong.guide;

import org.guantong.guide.GuideDirection.State;

/** A direction as a line of a list. */
public record DirectionEntry(long id, String code, String title, State state, long roundId, String round, long fieldId,
		Integer number) {
}
