package org.guantong.review;

import java.time.Clock;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.review.TrailEntry.Act;

/** Takes people off a panel for other reasons than their own answer. */
@Component
class Departures {

	private final PanelRows rows;

	private final PanelTrail trail;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Departures(PanelRows rows, PanelTrail trail, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.trail = trail;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/** A conflict was found when the expert answered: the answer itself passes it on. */
	void conflicted(Panel panel, PanelMember member, List<Candidate.Finding> found) {
		found.forEach((one) -> rows.addConflict(panel.id(), member.expertId(), one.kind(), false, one.evidence(),
				clock.instant()));
		String evidence = found.get(0).evidence();
		rows.move(member.id(), MemberState.CONFLICTED, evidence, null);
		trail.add(panel.id(), Act.CONFLICT_FOUND, member.expertId(), null, null, evidence);
		audit.record(null, "conflict.found", panel.subject(), found.get(0).kind().name());
	}

	/** A conflict arose after the invitation. */
	void conflictedMeanwhile(Panel panel, PanelMember member, List<Candidate.Finding> found) {
		conflicted(panel, member, found);
		tell(panel, member, MemberState.CONFLICTED);
	}

	/** Somebody who has not answered yet will be away for most of the time. */
	void absent(Panel panel, PanelMember member) {
		rows.move(member.id(), MemberState.ABSENT, null, null);
		trail.add(panel.id(), Act.ABSENT, member.expertId(), null, null, "");
		audit.record(null, "invitation.passed-on", panel.subject(), "");
		tell(panel, member, MemberState.ABSENT);
	}

	/** The expert recuses after having accepted. */
	void recused(Person actor, Panel panel, PanelMember member, ConflictKind kind, String note) {
		rows.addConflict(panel.id(), member.expertId(), kind, true, note, clock.instant());
		rows.move(member.id(), MemberState.CONFLICTED, note, null);
		trail.add(panel.id(), Act.RECUSED, member.expertId(), null, actor, note);
		audit.record(actor, "conflict.declared", panel.subject(), kind.name());
		tell(panel, member, MemberState.CONFLICTED);
	}

	/** The office takes somebody off. */
	void removed(Person actor, Panel panel, PanelMember member, String reason) {
		rows.move(member.id(), MemberState.REMOVED, reason, null);
		trail.add(panel.id(), Act.REMOVED, member.expertId(), null, actor, reason);
		audit.record(actor, "panel.member-removed", panel.subject(), "");
		if (member.state().isPending()) {
			tell(panel, member, MemberState.REMOVED);
		}
	}

	private void tell(Panel panel, PanelMember member, MemberState why) {
		events.publishEvent(new MemberLeft(panel.subject(), member.id(), member.expertId(), why));
	}

}
