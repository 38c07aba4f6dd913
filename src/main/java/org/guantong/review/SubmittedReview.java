package org.guantong.review;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A review as one reader may see it.
 *
 * @param number stands for the reviewer, 1 to n within a panel
 * @param expertId null unless the reader may know who it was
 * @param name null unless the reader may know who it was
 * @param own whether the reader wrote it
 */
public record SubmittedReview(long id, int number, Long expertId, String name, boolean own, int turn, BigDecimal score,
		Recommendation recommendation, String comment, Instant submittedAt) {
}
