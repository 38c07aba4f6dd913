package org.guantong.notification;

import java.util.List;

/**
 * One page of the outbox, newest mail first.
 *
 * @param page from 0
 * @param total number of mails on all pages
 */
public record OutboxPage(List<OutboxMail> mails, int page, long total) {

	/** At least 1. */
	public long pages() {
		return Math.max(1, (total + OutboxFilter.PAGE_SIZE - 1) / OutboxFilter.PAGE_SIZE);
	}

	public boolean hasPrevious() {
		return page > 0;
	}

	public boolean hasNext() {
		return page + 1 < pages();
	}

}
