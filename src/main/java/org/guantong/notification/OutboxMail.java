package org.guantong.notification;

import java.time.Instant;

/**
 * A mail as it stands in the outbox.
 *
 * @param messageId fixed when the mail was written, the same in every attempt
 * @param inReplyTo the Message-ID of the thread's first mail to this recipient; null in
 * the first itself
 * @param threadRoot the Message-ID all mails of a thread to one recipient refer to
 * @param link path of the page the mail leads to
 * @param sentAt null until sent
 * @param lastError why the last attempt failed; null if none did
 */
public record OutboxMail(long id, String messageId, String inReplyTo, String threadRoot, String thread, String key,
		long recipientId, String recipientName, String address, String language, String subject, String textBody,
		String htmlBody, String link, Instant createdAt, Instant nextAttemptAt, int attempts, Instant sentAt,
		String lastError, MailState state) {

	public boolean failed() {
		return state == MailState.FAILED;
	}

	public boolean waiting() {
		return state == MailState.WAITING;
	}

}
