package org.guantong.review;

import java.util.List;

/**
 * An expert as somebody who could sit on one panel. For the office's eyes.
 *
 * @param affinity how well they suit the subject, 0 to 1
 * @param conflicts why they must not review it; empty when they may
 * @param absent whether they are away for most of the time of the review
 */
public record Candidate(Expert expert, double affinity, List<String> matchedCodes, List<String> sharedTerms,
		List<Finding> conflicts, boolean absent) {

	/**
	 * A reason for which an expert must not review a subject.
	 *
	 * @param evidence what it was found by, in data: organisation and dates, year and
	 * title, code of the own work; may be empty
	 */
	public record Finding(ConflictKind kind, String evidence) {
	}

	public boolean isFree() {
		return conflicts.isEmpty();
	}

}
