package org.guantong.linkage;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who may read what of the linkage. */
@Component("linkagePermissions")
public class LinkagePermissions {

	/** Everybody with an account may trace; each sees what their roles let them know. */
	public boolean mayTrace(Person reader) {
		return reader != null;
	}

	/** The office, the committee and auditors read statistics. */
	public boolean mayReadStatistics(Person reader) {
		return reader != null && (reader.readsEverything() || reader.has(Role.COMMITTEE));
	}

	/** Only the office and auditors take a project's whole record away. */
	public boolean mayTakeDossier(Person reader) {
		return reader != null && reader.readsEverything();
	}

}
