package org.guantong.guide;

import java.util.List;

import org.guantong.guide.Deliberations.Opinion;
import org.guantong.guide.Deliberations.Reply;
import org.guantong.guide.Deliberations.Vote;
import org.guantong.guide.meeting.MeetingItem;
import org.guantong.review.PanelMember;
import org.guantong.review.PanelSummary;
import org.guantong.review.ReviewFigures;
import org.guantong.review.SubmittedReview;

/**
 * All that one reader may know of a direction.
 *
 * @param versions empty for those who may not know how it came about
 * @param summary the sum of the reviews without names; null for those who may not see it,
 * or not yet
 * @param reviews as this reader may see them
 * @param members the panel by name: for the office alone, else empty
 * @param figures how far the reviews agree, for those who see their sum; else null
 * @param meetings the votes of meetings, for those who see the sum of the reviews
 * @param vote null when there is none, or not for this reader
 */
public record DirectionDossier(GuideDirection direction, List<DirectionSources.Source> sources,
		List<DirectionVersion> versions, PanelSummary summary, List<SubmittedReview> reviews, List<PanelMember> members,
		ReviewFigures figures, List<MeetingItem> meetings, List<Reply> replies, List<Opinion> opinions, Vote vote) {
}
