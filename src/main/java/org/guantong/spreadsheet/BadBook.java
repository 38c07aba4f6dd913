package org.guantong.spreadsheet;

/**
 * A file that is no workbook we take. The message key says why and what to do.
 */
public class BadBook extends Exception {

	private final String messageKey;

	public BadBook(String messageKey) {
		super(messageKey);
		this.messageKey = messageKey;
	}

	public String messageKey() {
		return messageKey;
	}

}
