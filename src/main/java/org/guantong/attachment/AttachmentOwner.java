package org.guantong.attachment;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/** Tells of one kind of thing who reads its files and who adds to them. */
public interface AttachmentOwner {

	Kind kind();

	/**
	 * The thing and its page, for those who may read it and so its files.
	 * @throws NotFound for all others
	 */
	Place place(Person reader, long id);

	/**
	 * Whether adding and removing is ever this person's business.
	 * @throws NotFound for those who may not even read it
	 */
	boolean mayChange(Person actor, long id);

	/** Whether this person may add and remove now. */
	boolean isOpen(Person actor, long id);

	/**
	 * Within the transaction of a change, holds off whoever would close the thing
	 * meanwhile.
	 * @throws Stale when files can be changed no more
	 */
	void requireOpen(Person actor, long id);

	/**
	 * A thing that has files.
	 *
	 * @param organisationId whose it is
	 * @param path of its page
	 */
	record Place(Subject subject, long organisationId, String path) {
	}

}
