package org.guantong.project.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why nothing is paid to a project (缓拨), and since when.
 *
 * @param cause OFFICE, or the mid-term decision it came from: RECTIFY, ADJUST, SUSPEND
 * @param reviewOn when the office looks again; null where no date was set
 * @param heldBy null when a decision did it
 * @param liftedAt null while it lasts
 */
public record PaymentHold(long id, String cause, String reason, LocalDate reviewOn, String heldBy, Instant heldAt,
		String liftedBy, Instant liftedAt, String liftedReason) {

	public boolean isOpen() {
		return liftedAt == null;
	}

}
