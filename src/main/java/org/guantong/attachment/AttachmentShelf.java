package org.guantong.attachment;

import java.util.List;

/**
 * The files of one thing as somebody sees them.
 *
 * @param isOpen whether that person may add and remove now
 */
public record AttachmentShelf(AttachmentOwner.Place place, List<Attachment> files, boolean isOpen,
		AttachmentLimits limits) {
}
