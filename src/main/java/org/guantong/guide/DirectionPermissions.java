package org.guantong.guide;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** Who may do what with directions. */
@Component("directionPermissions")
public class DirectionPermissions {

	private final JdbcClient jdbc;

	private final DirectionSources sources;

	DirectionPermissions(JdbcClient jdbc, DirectionSources sources) {
		this.jdbc = jdbc;
		this.sources = sources;
	}

	/** Officers and administrators draft and revise directions. */
	public boolean mayDraft(Person actor) {
		return actor != null && actor.isOffice();
	}

	/** The office and the committee call a session of the committee and record it. */
	public boolean mayRunSession(Person actor) {
		return actor != null && (actor.isOffice() || actor.has(Role.COMMITTEE));
	}

	/** The committee alone decides what is adopted. */
	public boolean mayDecide(Person actor) {
		return actor != null && actor.has(Role.COMMITTEE);
	}

	/** The office, auditors and the committee read a guide before it is published. */
	public boolean mayReadDraftGuide(Person actor) {
		return actor != null && (actor.readsEverything() || actor.has(Role.COMMITTEE));
	}

	/** What the office says about a text among itself is for the office and auditors. */
	public boolean mayReadRemarks(Person actor) {
		return actor != null && actor.readsEverything();
	}

	/**
	 * Everybody with an account may look for directions; which they find is asked of
	 * each.
	 */
	public boolean mayLook(Person actor) {
		return actor != null;
	}

	/**
	 * The office, auditors and the committee read every direction; co-funders concerned
	 * once it has left the office; experts those they are asked about; everybody what is
	 * published.
	 */
	boolean reads(Person actor, GuideDirection direction) {
		return direction.isPublished() || readsDeliberation(actor, direction) || isAsked(actor, direction.id());
	}

	/**
	 * How a direction came about — versions, replies, opinions, the anonymous sum of its
	 * reviews — is for the office, auditors, the committee, and the co-funders concerned
	 * once it has left the office.
	 */
	boolean readsDeliberation(Person actor, GuideDirection direction) {
		return actor.readsEverything() || actor.has(Role.COMMITTEE)
				|| (isOfCoFunder(actor) && direction.state() != GuideDirection.State.DRAFT
						&& sources.coFundersConcerned(direction.id()).contains(actor.organisationId()));
	}

	/**
	 * Whose demands stand behind a direction is for the office, auditors, the committee
	 * and the experts asked; a co-funder knows its own.
	 */
	boolean knowsEveryDemand(Person actor, long direction) {
		return actor.readsEverything() || actor.has(Role.COMMITTEE) || isAsked(actor, direction);
	}

	/**
	 * Those who take part after the experts see their reviews, or the sum of them, once
	 * there is a verdict.
	 */
	boolean reviewIsOver(GuideDirection direction) {
		return switch (direction.state()) {
			case DRAFT, IN_REVIEW, MEETING -> false;
			default -> true;
		};
	}

	/**
	 * The office knows who has handed in a review, but reads none while others of the
	 * panel are still to review.
	 */
	boolean officeReadsReviews(Person actor, GuideDirection direction, boolean allIn) {
		return actor.readsEverything() && (direction.state() != GuideDirection.State.IN_REVIEW || allIn);
	}

	private boolean isAsked(Person actor, long direction) {
		return jdbc.sql("""
				select exists (select 1 from panel p join panel_member m on m.panel_id = p.id
				  where p.kind = 'guide-direction' and p.subject_id = ? and m.expert_id = ?
				    and m.state in ('INVITED', 'ACCEPTED', 'SUBMITTED', 'LAPSED'))
				""").params(direction, actor.id()).query(Boolean.class).single();
	}

	private static boolean isOfCoFunder(Person actor) {
		return actor.isCoFunder();
	}

}
