package org.guantong.guide.meeting;

import java.time.Instant;

/**
 * One version of the minutes of a meeting.
 *
 * @param confirmedBy null until they are confirmed, as the time
 */
public record Minutes(int number, String text, String writtenBy, Instant writtenAt, String confirmedBy,
		Instant confirmedAt) {

	public boolean isConfirmed() {
		return confirmedAt != null;
	}

}
