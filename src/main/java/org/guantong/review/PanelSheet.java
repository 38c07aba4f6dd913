package org.guantong.review;

import java.util.List;
import java.util.Map;

import org.guantong.shared.Subject;

/**
 * A panel as the office sees it.
 *
 * @param subject what it reviews
 * @param settled whether somebody was asked already
 * @param pledges by member
 */
public record PanelSheet(Panel panel, Subject subject, boolean settled, List<PanelMember> members,
		List<Conflict> conflicts, List<Exclusion> exclusions, List<TrailEntry> trail,
		Map<Long, List<Pledges.Taken>> pledges) {

	/** Those who are invited, or are to be. */
	public List<PanelMember> seated() {
		return members.stream().filter(PanelMember::chosen).toList();
	}

	/** Those asked when a place falls vacant, in that order. */
	public List<PanelMember> inReserve() {
		return members.stream().filter((member) -> !member.chosen() && member.state() == MemberState.PROPOSED).toList();
	}

	/** Whose place a member took; empty for nobody's. */
	public String replacedBy(PanelMember member) {
		return members.stream()
			.filter((other) -> other.replaces() != null && other.replaces() == member.id())
			.map(PanelMember::name)
			.findFirst()
			.orElse("");
	}

}
