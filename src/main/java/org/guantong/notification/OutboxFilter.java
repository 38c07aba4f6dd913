package org.guantong.notification;

/**
 * Which mails to show.
 *
 * @param state null for all
 * @param text part of the recipient's name or address or of the subject; blank or null
 * for all
 * @param page from 0
 */
public record OutboxFilter(MailState state, String text, int page) {

	/** How many mails stand on one page. */
	public static final int PAGE_SIZE = 20;

	public OutboxFilter {
		text = (text != null) ? text.strip() : "";
		page = Math.max(page, 0);
	}

	/** The text as a pattern for {@code ilike}, its own wildcards taken literally. */
	String pattern() {
		return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
	}

}
