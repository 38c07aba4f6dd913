package org.guantong.attachment;

import java.time.Instant;

import org.guantong.shared.Ref;

/**
 * A file that was added to a thing.
 *
 * @param name what it is called, with its ending
 * @param size in bytes
 * @param sha256 digest of the content, in hexadecimal
 * @param description what it shows; may be empty
 * @param addedBy name of who added it and declared it not classified
 */
public record Attachment(long id, Ref subject, String name, FileKind kind, long size, String sha256, String description,
		String addedBy, Instant addedAt) {

	/** The size as a person reads it, e.g. {@code 1.4 MB}. */
	public String sizeText() {
		return size < 1_000_000 ? Math.max(1, size / 1_000) + " KB"
				: String.format(java.util.Locale.ROOT, "%.1f MB", size / 1_000_000.0);
	}

}
