package org.guantong.midterm.batch;

import java.util.List;

import org.guantong.midterm.MidtermRow;

/**
 * What will become, or became, of one check, and why.
 *
 * @param messageKey a sentence that says what changes, or why nothing does
 */
public record BatchLine(MidtermRow check, Outcome outcome, String messageKey, List<Object> arguments) {

	/** What becomes of a check. */
	public enum Outcome {

		/** would be done */
		PLANNED,
		/** cannot be done, so nothing is */
		SKIPPED,
		/** was done */
		DONE,
		/** was tried and refused: it has moved on meanwhile */
		FAILED

	}

	static BatchLine planned(MidtermRow check, String key, Object... arguments) {
		return new BatchLine(check, Outcome.PLANNED, key, List.of(arguments));
	}

	static BatchLine skipped(MidtermRow check, String key, Object... arguments) {
		return new BatchLine(check, Outcome.SKIPPED, key, List.of(arguments));
	}

	BatchLine done() {
		return new BatchLine(check, Outcome.DONE, messageKey, arguments);
	}

	BatchLine failed(String key, List<Object> why) {
		return new BatchLine(check, Outcome.FAILED, key, why);
	}

}
