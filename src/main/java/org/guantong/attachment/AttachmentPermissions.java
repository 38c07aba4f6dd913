package org.guantong.attachment;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/** Who may read a thing's files and add to them: as its stage says. */
@Component
public class AttachmentPermissions {

	private final AttachmentOwners owners;

	AttachmentPermissions(AttachmentOwners owners) {
		this.owners = owners;
	}

	/**
	 * Whoever may read the thing reads its files; for all others there is no such thing.
	 */
	public boolean mayRead(Person actor, Ref subject) {
		return actor != null && owners.require(subject.kind()).place(actor, subject.id()) != null;
	}

	/** Whoever writes the thing adds and removes its files. */
	public boolean mayChange(Person actor, Ref subject) {
		return actor != null && owners.require(subject.kind()).mayChange(actor, subject.id());
	}

}
