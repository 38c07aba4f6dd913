package org.guantong.guide.desk;

import java.math.BigDecimal;
import java.time.Instant;

import org.guantong.review.Recommendation;
import org.guantong.review.ReviewFigures;

/**
 * A review this expert handed in.
 *
 * @param figures what all reviews of the turn come to; null unless the round shows it to
 * reviewers and it is the present turn
 */
public record DoneReview(long directionId, String code, String title, int turn, BigDecimal score,
		Recommendation recommendation, String comment, Instant submittedAt, ReviewFigures figures) {
}
