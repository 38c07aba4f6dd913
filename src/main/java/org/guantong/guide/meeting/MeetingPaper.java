package org.guantong.guide.meeting;

import java.util.List;
import java.util.Map;

import org.guantong.guide.GuideDirection;
import org.guantong.review.ReviewFigures;
import org.guantong.review.SubmittedReview;

/**
 * What lies before the members for one item: the direction, and what its experts said,
 * without names.
 *
 * @param ballots who voted how: for the office alone, when the vote was by name
 */
public record MeetingPaper(MeetingSheet sheet, MeetingItem item, GuideDirection direction, ReviewFigures figures,
		List<SubmittedReview> reviews, Map<Long, Choice> ballots) {
}
