package org.guantong.review;

import org.guantong.shared.Kind;

/**
 * Told by the stage a subject belongs to, and asked anew each time a panel is looked at:
 * demands are merged and people change while a review runs.
 */
public interface SubjectInterests {

	/** What the subjects are. */
	Kind kind();

	Interests of(long subjectId);

}
