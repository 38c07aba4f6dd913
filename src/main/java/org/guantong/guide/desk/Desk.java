package org.guantong.guide.desk;

import java.util.List;

import org.guantong.workflow.InboxItem;

/**
 * All that waits for one expert, and what they have done.
 *
 * @param invitations to be answered, the most urgent first
 * @param reviews to be handed in, the most urgent first
 * @param done handed in, the latest first
 */
public record Desk(List<InboxItem> invitations, List<DeskReview> reviews, List<DoneReview> done) {

	/** How many of the reviews could be handed in as they are. */
	public long complete() {
		return reviews.stream().filter(DeskReview::isComplete).count();
	}

}
