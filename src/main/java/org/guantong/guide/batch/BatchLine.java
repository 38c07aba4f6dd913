package org.guantong.guide.batch;

import java.util.List;
import java.util.Optional;

import org.guantong.guide.GuideDirection;

/**
 * What will become, or became, of one direction, and why.
 *
 * @param messageKey a sentence that says what changes, or why nothing does
 */
public record BatchLine(long id, String code, String title, GuideDirection.State state, Outcome outcome,
		String messageKey, List<Object> arguments) {

	/** What becomes of a direction. */
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

	/** The same after it was tried. */
	BatchLine ended(Optional<Sentence> refused) {
		return refused.map((why) -> new BatchLine(id, code, title, state, Outcome.FAILED, why.key(), why.arguments()))
			.orElse(new BatchLine(id, code, title, state, Outcome.DONE, messageKey, arguments));
	}

	static BatchLine of(GuideDirection direction, Outcome outcome, Sentence sentence) {
		return new BatchLine(direction.id(), direction.code(), direction.title(), direction.state(), outcome,
				sentence.key(), sentence.arguments());
	}

}
