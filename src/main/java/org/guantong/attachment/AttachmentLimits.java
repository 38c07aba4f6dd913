package org.guantong.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much can be added to one thing.
 *
 * @param fileMegabytes most of one file, in millions of bytes
 * @param totalMegabytes most of all files of one thing, in millions of bytes
 * @param files most files of one thing
 */
@ConfigurationProperties("guantong.attachments")
public record AttachmentLimits(@DefaultValue("20") int fileMegabytes, @DefaultValue("100") int totalMegabytes,
		@DefaultValue("20") int files) {

	long fileBytes() {
		return fileMegabytes * 1_000_000L;
	}

	long totalBytes() {
		return totalMegabytes * 1_000_000L;
	}

}
