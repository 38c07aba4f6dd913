package org.guantong.transfer;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of one gate.
 *
 * @param decision null while it lies ahead
 * @param extendedUntil to when it was put off; null when it was not
 */
public record GateRecord(Gate gate, LocalDate plannedOn, String report, String achieved, Instant reportedAt,
		GateDecision decision, String remarks, Instant decidedAt, LocalDate extendedUntil) {

	public boolean isPassed() {
		return decision == GateDecision.GO;
	}

}
