package org.guantong.review;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.review.TrailEntry.Act;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/**
 * The office at work on one panel: who could sit on it and why not, who is taken off, who
 * stands in reserve. Nobody is invited who has a conflict of interest, whoever asks.
 */
@Service
@Transactional
public class PanelDeskService {

	private static final int MOST_FOUND = 30;

	private static final int LONGEST_REASON = 300;

	private final PanelRows rows;

	private final Eligibility eligibility;

	private final Places places;

	private final PanelProposals proposals;

	private final Departures departures;

	private final Exclusions exclusions;

	private final Pledges pledges;

	private final PanelTrail trail;

	private final AuditTrail audit;

	private final JdbcClient jdbc;

	PanelDeskService(PanelRows rows, Eligibility eligibility, Places places, PanelProposals proposals,
			Departures departures, Exclusions exclusions, Pledges pledges, PanelTrail trail, AuditTrail audit,
			JdbcClient jdbc) {
		this.rows = rows;
		this.eligibility = eligibility;
		this.places = places;
		this.proposals = proposals;
		this.departures = departures;
		this.exclusions = exclusions;
		this.pledges = pledges;
		this.trail = trail;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	/** Everything about a panel. */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public PanelSheet read(Person actor, long panelId) {
		Panel panel = rows.require(panelId);
		List<PanelMember> members = rows.members(panelId);
		return new PanelSheet(panel, subject(panel.subject()), isSettled(members), members, rows.conflicts(panelId),
				exclusions.of(panel.subject()), trail.of(panelId),
				pledges.of(panelId).stream().collect(Collectors.groupingBy(Pledges.Taken::memberId)));
	}

	/**
	 * Experts who are not on the panel, those who may not sit on it with the reason, at
	 * most thirty: by fit, or, given words, those whose name, organisation, code or
	 * keyword holds them.
	 */
	@PreAuthorize("@reviewPermissions.mayReadExperts(#actor)")
	@Transactional(readOnly = true)
	public List<Candidate> search(Person actor, long panelId, String words) {
		Panel panel = rows.require(panelId);
		String wanted = words.strip().toLowerCase(Locale.ROOT);
		List<Long> members = rows.members(panelId)
			.stream()
			.filter((member) -> member.state() != MemberState.REMOVED || member.invitedAt() != null)
			.map(PanelMember::expertId)
			.toList();
		return eligibility.candidates(panel)
			.stream()
			.filter((one) -> !members.contains(one.expert().id()) && one.expert().mentions(wanted))
			.sorted(Comparator.comparing((Candidate one) -> !wanted.isEmpty() && !one.isFree()))
			.limit(MOST_FOUND)
			.toList();
	}

	/** Proposes anew; only while nobody was asked. */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void proposeAgain(Person actor, long panelId) {
		if (proposals.propose(actor, List.of(panelId)) == 0) {
			throw new Stale("review.panel.settled");
		}
	}

	/**
	 * Puts an expert in reserve; before anybody was asked, to be invited if so wished.
	 */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void add(Person actor, long panelId, long expertId, boolean invited) {
		Panel panel = locked(panelId);
		places.putInReserve(panel, expertId, false);
		if (invited && !isSettled(rows.members(panelId))) {
			place(panelId, expertId, true);
		}
		trail.add(panelId, Act.ADDED, expertId, null, actor, "");
		audit.record(actor, "panel.member-added", panel.subject(), "");
	}

	/** Whether somebody proposed is to be invited or to stand in reserve. */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void settle(Person actor, long memberId, boolean invited) {
		PanelMember member = rows.member(memberId);
		locked(member.panelId());
		if (isSettled(rows.members(member.panelId())) || rows.member(memberId).state() != MemberState.PROPOSED) {
			throw new Stale("review.panel.settled");
		}
		place(member.panelId(), member.expertId(), invited);
	}

	/**
	 * Takes somebody off with a reason. If they were invited or had accepted, the place
	 * goes to the one named, or to the next in reserve.
	 * @param replacement an expert's account; null for the next in reserve
	 */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void remove(Person actor, long memberId, String reason, Long replacement) {
		if (reason.isBlank() || reason.length() > LONGEST_REASON) {
			throw InvalidInput.of("reason", "review.panel.reasonRequired", LONGEST_REASON);
		}
		Panel panel = locked(rows.member(memberId).panelId());
		PanelMember member = rows.lock(memberId);
		if (!member.state().isPending() && member.state() != MemberState.PROPOSED) {
			throw new Stale("review.panel.gone");
		}
		if (replacement != null) {
			first(panel, replacement);
		}
		departures.removed(actor, panel, member, reason.strip());
	}

	/** Puts on record that those concerned do not want an expert, three at most. */
	@PreAuthorize("@reviewPermissions.mayDescribeExperts(#actor)")
	public void exclude(Person actor, long panelId, long expertId, String namedBy, String reason) {
		Panel panel = locked(panelId);
		exclusions.add(actor, panel.subject(), expertId, namedBy, reason);
		trail.add(panelId, Act.EXCLUDED, expertId, null, actor, namedBy);
		audit.record(actor, "panel.excluded", panel.subject(), "");
		rows.members(panelId).stream().filter((member) -> member.expertId() == expertId).forEach((member) -> {
			Candidate.Finding found = new Candidate.Finding(ConflictKind.NAMED, namedBy.strip() + "：" + reason.strip());
			if (member.state().isPending()) {
				departures.conflictedMeanwhile(panel, member, List.of(found));
			}
			else if (member.state() == MemberState.PROPOSED) {
				departures.conflicted(panel, member, List.of(found));
			}
		});
	}

	/** An expert who had accepted recuses; it goes on record and the place passes on. */
	@PreAuthorize("@reviewPermissions.maySit(#actor)")
	public void recuse(Person actor, long memberId, ConflictKind kind, String note) {
		PanelMember member = rows.lock(memberId);
		if (member.expertId() != actor.id()) {
			throw new NotFound("panel member", memberId);
		}
		if (!member.state().isPending()) {
			throw new Stale("review.stale");
		}
		departures.recused(actor, rows.require(member.panelId()), member, kind, note.strip());
	}

	private void first(Panel panel, long expert) {
		rows.members(panel.id())
			.stream()
			.filter((member) -> member.expertId() == expert && member.state() == MemberState.PROPOSED)
			.findFirst()
			.ifPresentOrElse((member) -> rows.setPlace(member.id(), member.chosen(), -1),
					() -> places.putInReserve(panel, expert, true));
	}

	private void place(long panelId, long expertId, boolean invited) {
		rows.members(panelId)
			.stream()
			.filter((member) -> member.expertId() == expertId)
			.forEach((member) -> rows.setPlace(member.id(), invited, member.position()));
	}

	private Panel locked(long panelId) {
		Panel panel = rows.require(panelId);
		rows.lockPanel(panelId);
		return panel;
	}

	private static boolean isSettled(List<PanelMember> members) {
		return members.stream().anyMatch((member) -> member.invitedAt() != null);
	}

	/** As the case about it calls it. */
	private Subject subject(Ref ref) {
		return jdbc.sql("select code, title from process_case where kind = ? and subject_id = ? order by id limit 1")
			.params(ref.kind().slug(), ref.id())
			.query((row, index) -> Subject.of(ref.kind(), ref.id(), row.getString("code"), row.getString("title")))
			.optional()
			.orElseGet(() -> Subject.of(ref.kind(), ref.id(), Long.toString(ref.id()), ""));
	}

}
