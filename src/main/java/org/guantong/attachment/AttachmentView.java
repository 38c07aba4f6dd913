package org.guantong.attachment;

import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/** A thing's files for the section on its page. */
@Component
public class AttachmentView {

	private final AttachmentService attachments;

	AttachmentView(AttachmentService attachments) {
		this.attachments = attachments;
	}

	/**
	 * The files of a thing.
	 * @param kind e.g. {@code demand}
	 */
	public AttachmentShelf of(Person reader, String kind, long id) {
		return attachments.open(reader, new Ref(Kind.ofSlug(kind), id));
	}

}
