package org.guantong.guide.edition;

import java.time.Instant;

/**
 * One edition of the guide of a round. What is published never changes; what changes
 * afterwards is another edition.
 *
 * @param number 1 for the first; null until it is published
 * @param publishAt when it is to be published; null while not scheduled
 * @param reason why it corrects what was published; empty for all but corrections
 * @param draftedBy account of who drafted it; null for what the process published
 * @param directions how many directions it has
 * @param digest SHA-256 of its text in hexadecimal digits; null until it is published
 */
public record Edition(long id, int version, long roundId, Kind kind, State state, Integer number, Instant publishAt,
		String reason, Long draftedBy, Long confirmedBy, Instant publishedAt, int directions, String digest) {

	/** Why there is an edition. */
	public enum Kind {

		/** 首次发布 */
		WHOLE,
		/** 增补 */
		SUPPLEMENT,
		/** 更正 */
		CORRECTION

	}

	/** How far it has come. */
	public enum State {

		/** 待发布: waits for its time */
		SCHEDULED,
		/** 起草中: a correction being written */
		DRAFT,
		/** 待复核: a correction that waits for a second officer */
		PROPOSED,
		/** 已发布 */
		PUBLISHED,
		/** 已撤回 */
		DROPPED

	}

	public boolean isPublished() {
		return state == State.PUBLISHED;
	}

}
