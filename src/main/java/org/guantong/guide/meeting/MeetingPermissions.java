package org.guantong.guide.meeting;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;

/** Who may do what with meetings. */
@Component("meetingPermissions")
public class MeetingPermissions {

	/** Officers and administrators call meetings, run them and write their minutes. */
	public boolean mayRun(Person actor) {
		return actor != null && actor.isOffice();
	}

	/**
	 * Everybody with an account may look for meetings; only the office, auditors and the
	 * members called find one.
	 */
	public boolean mayLook(Person actor) {
		return actor != null;
	}

}
