package org.guantong.project.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A project that is paid nothing for now.
 *
 * @param cause OFFICE, or the mid-term decision it came from: RECTIFY, ADJUST, SUSPEND
 * @param reviewOn when the office looks again; null where no date was set
 */
public record HeldProject(long projectId, String code, String title, String host, String cause, String reason,
		LocalDate reviewOn, Instant heldAt) {

	/** Whether the office was to look at it by that day. */
	public boolean isDue(LocalDate day) {
		return reviewOn != null && !reviewOn.isAfter(day);
	}

}
