package org.guantong.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** Who takes a place that has fallen vacant. */
@Component
class Reserves {

	private static final Set<MemberState> SEATED = Set.of(MemberState.INVITED, MemberState.ACCEPTED,
			MemberState.SUBMITTED);

	private final PanelRows rows;

	private final Eligibility eligibility;

	Reserves(PanelRows rows, Eligibility eligibility) {
		this.rows = rows;
		this.eligibility = eligibility;
	}

	/**
	 * The next in reserve who may and can: without a conflict, not away, with room for
	 * one more; whom the office named for it, else somebody of another employer than
	 * those seated, if there is one.
	 */
	Optional<PanelMember> next(Panel panel) {
		List<PanelMember> members = rows.members(panel.id());
		Set<Long> employers = members.stream()
			.filter((member) -> SEATED.contains(member.state()))
			.map(PanelMember::organisationId)
			.collect(Collectors.toSet());
		List<PanelMember> free = members.stream()
			.filter((member) -> member.state() == MemberState.PROPOSED && eligibility.canJoin(panel, member.expertId()))
			.toList();
		return free.stream()
			.filter((member) -> member.position() < 0 || !employers.contains(member.organisationId()))
			.findFirst()
			.or(() -> free.stream().findFirst());
	}

}
