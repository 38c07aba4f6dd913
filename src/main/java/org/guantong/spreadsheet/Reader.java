package org.guantong.spreadsheet;

import java.util.Locale;

import org.springframework.context.MessageSource;

/** Whom a sheet is written for: their language and its words. */
record Reader(Locale locale, MessageSource messages) {

	/** The text of that message; empty for no key. */
	String word(String messageKey) {
		return messageKey == null ? "" : messages.getMessage(messageKey, null, locale);
	}

}
