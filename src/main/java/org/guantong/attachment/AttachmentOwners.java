package org.guantong.attachment;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/** Which kinds of things have files, over all stages. */
@Component
class AttachmentOwners {

	private final List<AttachmentOwner> owners;

	AttachmentOwners(ObjectProvider<AttachmentOwner> owners) {
		this.owners = owners.orderedStream().toList();
	}

	/**
	 * @throws NotFound when things of that kind have no files
	 */
	AttachmentOwner require(Kind kind) {
		return owners.stream()
			.filter((owner) -> owner.kind() == kind)
			.findFirst()
			.orElseThrow(() -> new NotFound("attachments", kind));
	}

}
