package org.guantong.guide.meeting;

import java.util.List;

/**
 * A meeting as one reader may see it.
 *
 * @param members by name: for the office alone, else empty
 * @param seats how many were called
 * @param present how many have signed in
 * @param recusals for the office all of them, for a member their own
 * @param waiting directions that could be put on the agenda; for the office alone
 * @param member whether the reader belongs to the meeting
 * @param signedIn whether the reader has signed in
 * @param minutes every version, the latest first
 */
public record MeetingSheet(Meeting meeting, List<MeetingItem> items, List<MeetingMember> members, int seats,
		int present, List<Recusal> recusals, List<MeetingItem> waiting, boolean member, boolean signedIn,
		List<Minutes> minutes) {

	/** Members who are out of the room for an item. */
	public List<Recusal> out(long itemId) {
		return recusals.stream().filter((recusal) -> recusal.itemId() == itemId).toList();
	}

	/** Who that is; for the office. */
	public String name(long member) {
		return members.stream().filter((one) -> one.id() == member).map(MeetingMember::name).findFirst().orElse("");
	}

	/** Who may vote on an item now. */
	public List<MeetingMember> entitled(long itemId) {
		return members.stream()
			.filter(MeetingMember::isPresent)
			.filter((one) -> out(itemId).stream().noneMatch((recusal) -> recusal.memberId() == one.id()))
			.toList();
	}

	/** How many must be there to vote on an item. */
	public int needed(long itemId) {
		return meeting.quorum() == null ? 0 : meeting.needed(Math.max(1, seats - out(itemId).size()));
	}

	public long voted() {
		return items.stream().filter(MeetingItem::isVoted).count();
	}

}
