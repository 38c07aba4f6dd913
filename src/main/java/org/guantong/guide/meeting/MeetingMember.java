package org.guantong.guide.meeting;

import java.time.Instant;

/**
 * An expert who belongs to a meeting. Names experts: for the office alone.
 *
 * @param toldAt when the invitation was mailed; null for not yet
 * @param signedInAt null while absent
 */
public record MeetingMember(long id, String name, String organisation, Instant toldAt, Instant signedInAt) {

	public boolean isPresent() {
		return signedInAt != null;
	}

}
