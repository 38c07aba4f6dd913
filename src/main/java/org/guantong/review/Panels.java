package org.guantong.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.review.TrailEntry.Act;
import org.guantong.shared.Ref;
import org.guantong.shared.Stale;

/**
 * Panels, from the proposal to everybody's answer. Called by the stages' steps, which
 * have checked who may; what this answers names experts and is for the office alone.
 */
@Component
@Transactional
public class Panels {

	private final PanelRows rows;

	private final Eligibility eligibility;

	private final PanelProposals proposals;

	private final Places places;

	private final Reserves reserves;

	private final Departures departures;

	private final Pledges pledges;

	private final PanelTrail trail;

	private final AuditTrail audit;

	private final Clock clock;

	Panels(PanelRows rows, Eligibility eligibility, PanelProposals proposals, Places places, Reserves reserves,
			Departures departures, Pledges pledges, PanelTrail trail, AuditTrail audit, Clock clock) {
		this.rows = rows;
		this.eligibility = eligibility;
		this.proposals = proposals;
		this.places = places;
		this.reserves = reserves;
		this.departures = departures;
		this.pledges = pledges;
		this.trail = trail;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Proposes those who suit best, the first {@code size} to be invited and some in
	 * reserve, and puts on record who has a conflict of interest. Proposing again for the
	 * same subject and purpose answers the panel that is there.
	 * @return the panel's id
	 */
	public long propose(Ref subject, Purpose purpose, PanelTerms terms) {
		Optional<Panel> there = rows.about(subject, purpose);
		if (there.isPresent()) {
			return there.get().id();
		}
		long panel = rows.insert(subject, purpose, terms, clock.instant());
		terms.excludedExperts()
			.forEach((expert, kind) -> rows.addConflict(panel, expert, kind, false, null, clock.instant()));
		proposals.propose(null, List.of(panel));
		return panel;
	}

	@Transactional(readOnly = true)
	public Panel require(long panelId) {
		return rows.require(panelId);
	}

	@Transactional(readOnly = true)
	public Optional<Panel> about(Ref subject, Purpose purpose) {
		return rows.about(subject, purpose);
	}

	/** Everybody on the panel or proposed for it, those to invite first. */
	@Transactional(readOnly = true)
	public List<PanelMember> members(long panelId) {
		return rows.members(panelId);
	}

	@Transactional(readOnly = true)
	public PanelMember member(long memberId) {
		return rows.member(memberId);
	}

	/** The recusals on record, those found and those declared. */
	@Transactional(readOnly = true)
	public List<Conflict> conflicts(long panelId) {
		return rows.conflicts(panelId);
	}

	/**
	 * Those who could be added: with the right role, no conflict, not asked yet, the best
	 * first.
	 */
	@Transactional(readOnly = true)
	public List<Expert> eligible(long panelId) {
		return places.free(rows.require(panelId)).stream().map(Candidate::expert).toList();
	}

	/**
	 * The office settles who is invited and who is kept in reserve, in that order; others
	 * proposed are dropped.
	 * @throws org.guantong.shared.InvalidInput naming an expert who cannot sit on this
	 * panel
	 */
	public void confirm(Person actor, long panelId, List<Long> chosen, List<Long> inReserve, int answerDays,
			int reviewDays) {
		rows.lockPanel(panelId);
		Panel panel = rows.require(panelId);
		rows.removeProposed(panelId);
		places.put(panel, chosen, inReserve);
		rows.update(panelId, chosen.size(), answerDays, reviewDays, panel.turn());
		trail.add(panelId, Act.CONFIRMED, actor, chosen.size() + " + " + inReserve.size());
		audit.record(actor, "panel.confirmed", panel.subject(), panel.purpose() + ", " + chosen.size() + " invited");
	}

	/** Invites those confirmed and not asked yet. */
	public void invite(long panelId) {
		Panel panel = rows.require(panelId);
		rows.members(panelId)
			.stream()
			.filter((member) -> member.chosen() && member.state() == MemberState.PROPOSED)
			.forEach((member) -> {
				rows.invite(member.id(), null, clock.instant(), inDays(panel.answerDays()));
				trail.add(panelId, Act.INVITED, member.expertId(), null, null, "");
			});
	}

	/**
	 * Members of whom an answer or a review is expected, for the multi-instance of a
	 * model.
	 */
	@Transactional(readOnly = true)
	public List<Long> pending(long panelId) {
		return rows.members(panelId)
			.stream()
			.filter((member) -> member.state().isPending())
			.map(PanelMember::id)
			.toList();
	}

	/**
	 * The expert comes, and pledges integrity. If a conflict of interest has arisen since
	 * the invitation, it goes on record and the place passes on instead.
	 */
	public void accept(Person actor, long memberId) {
		PanelMember member = inState(memberId, MemberState.INVITED);
		Panel panel = rows.require(member.panelId());
		rows.answered(memberId, clock.instant());
		List<Candidate.Finding> found = eligibility.findings(panel, member.expertId());
		if (!found.isEmpty()) {
			departures.conflicted(panel, member, found);
			return;
		}
		pledges.take(memberId, Pledges.Moment.ACCEPTED, panel.turn());
		rows.move(memberId, MemberState.ACCEPTED, null, inDays(panel.reviewDays()));
		trail.add(panel.id(), Act.ACCEPTED, member.expertId(), null, actor, "");
		audit.record(actor, "invitation.accepted", panel.subject(), panel.purpose().name());
	}

	/**
	 * @param note in the expert's words, may be empty unless the reason is OTHER
	 */
	public void decline(Person actor, long memberId, DeclineReason reason, String note) {
		PanelMember member = inState(memberId, MemberState.INVITED);
		rows.answered(memberId, clock.instant());
		rows.move(memberId, MemberState.DECLINED, note, null);
		rows.declined(memberId, reason);
		trail.add(member.panelId(), Act.DECLINED, member.expertId(), null, actor, note);
		audit.record(actor, "invitation.declined", subject(member), reason.name());
	}

	/** The expert recuses, before or after having accepted; it goes on the record. */
	public void declareConflict(Person actor, long memberId, ConflictKind kind, String note) {
		PanelMember member = inState(memberId, MemberState.INVITED, MemberState.ACCEPTED);
		rows.answered(memberId, clock.instant());
		rows.addConflict(member.panelId(), member.expertId(), kind, true, note, clock.instant());
		rows.move(memberId, MemberState.CONFLICTED, note, null);
		trail.add(member.panelId(), Act.RECUSED, member.expertId(), null, actor, note);
		audit.record(actor, "conflict.declared", subject(member), kind.name());
	}

	/** The time to answer is over. */
	public void noAnswer(long memberId) {
		PanelMember member = inState(memberId, MemberState.INVITED);
		rows.move(memberId, MemberState.REPLACED, null, null);
		trail.add(member.panelId(), Act.EXPIRED, member.expertId(), null, null, "");
		audit.record(null, "invitation.expired", subject(member), "");
	}

	/** The time to review is over; no matter to somebody who is off the panel. */
	public void noReview(long memberId) {
		PanelMember member = rows.lock(memberId);
		if (member.state() == MemberState.ACCEPTED) {
			rows.move(memberId, MemberState.LAPSED, null, null);
			trail.add(member.panelId(), Act.LAPSED, member.expertId(), null, null, "");
			audit.record(null, "review.expired", subject(member), "");
		}
	}

	/**
	 * Invites the next in reserve in place of a member who is not coming.
	 * @return the new member's id; empty when nobody is left
	 */
	public Optional<Long> replace(long memberId) {
		PanelMember gone = rows.member(memberId);
		// two places that fall vacant at once must not both go to the same reserve
		rows.lockPanel(gone.panelId());
		Panel panel = rows.require(gone.panelId());
		Optional<PanelMember> next = reserves.next(panel);
		next.ifPresent((member) -> rows.invite(member.id(), memberId, clock.instant(), inDays(panel.answerDays())));
		trail.add(panel.id(), next.isPresent() ? Act.INVITED : Act.VACANT, next.map(PanelMember::expertId).orElse(null),
				gone.expertId(), null, "");
		audit.record(null, next.isPresent() ? "panel.replaced" : "panel.vacant", panel.subject(), "");
		return next.map(PanelMember::id);
	}

	/**
	 * More experts, and more time for those who accepted but did not review.
	 * @param days days from now, 1 to 90
	 */
	public void extend(Person actor, long panelId, List<Long> more, int days) {
		rows.lockPanel(panelId);
		Panel panel = rows.require(panelId);
		places.putMore(panel, more);
		rows.members(panelId)
			.stream()
			.filter((member) -> member.state() == MemberState.LAPSED)
			.forEach((member) -> rows.move(member.id(), MemberState.ACCEPTED, null, inDays(days)));
		rows.update(panelId, panel.size(), panel.answerDays(), days, panel.turn());
		invite(panelId);
		trail.add(panelId, Act.EXTENDED, actor, days + " + " + more.size());
		audit.record(actor, "panel.extended", panel.subject(), days + " days, " + more.size() + " more");
	}

	/**
	 * The same panel reviews again: all who had accepted, whether or not they reviewed in
	 * time.
	 */
	public void reopen(long panelId) {
		rows.lockPanel(panelId);
		Panel panel = rows.require(panelId);
		rows.members(panelId)
			.stream()
			.filter((member) -> member.state() == MemberState.SUBMITTED || member.state() == MemberState.LAPSED)
			.forEach((member) -> rows.move(member.id(), MemberState.ACCEPTED, null, inDays(panel.reviewDays())));
		rows.update(panelId, panel.size(), panel.answerDays(), panel.reviewDays(), panel.turn() + 1);
		trail.add(panelId, Act.REOPENED, null, Integer.toString(panel.turn() + 1));
		audit.record(null, "panel.reopened", panel.subject(), "turn " + (panel.turn() + 1));
	}

	/**
	 * Gives members of a panel, if there is one, more time.
	 * @param state those invited, or those who have accepted
	 */
	public void postpone(Ref subject, Purpose purpose, MemberState state, Duration by) {
		rows.about(subject, purpose)
			.ifPresent((panel) -> rows.members(panel.id())
				.stream()
				.filter((member) -> member.state() == state && member.dueAt() != null)
				.forEach((member) -> rows.due(member.id(), member.dueAt().plus(by))));
	}

	private PanelMember inState(long memberId, MemberState... states) {
		PanelMember member = rows.lock(memberId);
		if (!Set.of(states).contains(member.state())) {
			throw new Stale("review.stale");
		}
		return member;
	}

	private Ref subject(PanelMember member) {
		return rows.require(member.panelId()).subject();
	}

	private Instant inDays(int days) {
		return clock.instant().plus(Duration.ofDays(days));
	}

}
