package org.guantong.intake;

import java.nio.charset.StandardCharsets;

import org.guantong.intake.book.FilledRow;
import org.guantong.workflow.FormData;

/**
 * A row that keeps the rules of its form.
 *
 * @param hash of what it says, the same however it was typed
 */
record CheckedRow(FilledRow source, FormData form, String hash) {

	private static final int LONGEST_KEY = 90;

	static CheckedRow of(FilledRow source, FormData form) {
		return new CheckedRow(source, form, Sending.sha256(form.values().toString().getBytes(StandardCharsets.UTF_8)));
	}

	int number() {
		return source.number();
	}

	/** The key from the hidden column; empty when there is none that could be ours. */
	String key() {
		return source.key().length() > LONGEST_KEY ? "" : source.key();
	}

}
