package org.guantong.midterm.batch;

import java.time.LocalDate;

/**
 * One thing to do to many checks.
 *
 * @param dueOn for POSTPONE: the new last day
 * @param decision for DECIDE: a code of the list {@code midterm.decision}; null for what
 * was suggested for each
 * @param rectifyBy for DECIDE: until when things must be put right, where that is decided
 * @param remarks for POSTPONE the reason; for DECIDE what the letters say, where one is
 * due
 */
public record BatchOrder(BatchAction action, LocalDate dueOn, String decision, LocalDate rectifyBy, String remarks) {

	public BatchOrder {
		remarks = remarks == null ? "" : remarks.strip();
		decision = decision == null || decision.isBlank() ? null : decision;
	}

}
