package org.guantong.guide.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.guide.Deliberations;
import org.guantong.guide.DirectionSources;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.drafting.DirectionOfficers;
import org.guantong.guide.edition.Publication;
import org.guantong.guide.meeting.MeetingQueue;
import org.guantong.identity.Group;
import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.review.MemberState;
import org.guantong.review.PanelMember;
import org.guantong.review.PanelTerms;
import org.guantong.review.Panels;
import org.guantong.review.Purpose;
import org.guantong.review.Reviews;
import org.guantong.workflow.ProcessSteps;
import org.guantong.workflow.StepCatalogue;

/** What the model {@code guide-validation} calls. */
@Component("guideSteps")
public class GuideSteps implements ProcessSteps {

	/** The steps whoever looks after a direction finds among their own tasks. */
	private static final List<String> OFFICE_STEPS = List.of("draftDirection", "confirmPanel", "addressQuorum",
			"confirmRejection", "reviseDirection", "answerObjections", "schedulePublication");

	private final DirectionFacts facts;

	private final DirectionOfficers officers;

	private final DirectionMoves moves;

	private final DirectionSources sources;

	private final Deliberations deliberations;

	private final Panels panels;

	private final Reviews reviews;

	private final DraftingForms drafting;

	private final PanelForms panelForms;

	private final ExpertForms experts;

	private final AdoptionForms adoption;

	private final MeetingQueue meetings;

	private final Publication publication;

	private final Clock clock;

	GuideSteps(DirectionFacts facts, DirectionOfficers officers, DirectionMoves moves, DirectionSources sources,
			Deliberations deliberations, Panels panels, Reviews reviews, DraftingForms drafting, PanelForms panelForms,
			ExpertForms experts, AdoptionForms adoption, MeetingQueue meetings, Publication publication, Clock clock) {
		this.facts = facts;
		this.officers = officers;
		this.moves = moves;
		this.sources = sources;
		this.deliberations = deliberations;
		this.panels = panels;
		this.reviews = reviews;
		this.drafting = drafting;
		this.panelForms = panelForms;
		this.experts = experts;
		this.adoption = adoption;
		this.meetings = meetings;
		this.publication = publication;
		this.clock = clock;
	}

	@Override
	public String process() {
		return GuideProcess.ID;
	}

	@Override
	public void define(StepCatalogue steps) {
		drafting.define(steps);
		panelForms.define(steps);
		experts.define(steps);
		adoption.define(steps);
		OFFICE_STEPS.forEach((step) -> steps.require(process(), step)
			.keptBy((task) -> officers.of(facts.direction(task).id()).filter(Person::isOffice)));
	}

	public Date draftDue(long directionId) {
		return inDays(round(directionId).draftDays());
	}

	public Date officerDue(long directionId) {
		return inDays(round(directionId).officeDays());
	}

	public Date consultationDue(long directionId) {
		return inDays(round(directionId).consultationDays());
	}

	/** Proposes as many experts as the round says, none of the co-funders concerned. */
	public void proposePanel(long directionId) {
		GuideDirection direction = facts.direction(directionId);
		Round round = facts.round(direction);
		panels.propose(direction.subject().ref(), Purpose.TECHNICAL,
				new PanelTerms(round.expertsPerDirection(), round.quorum(), round.answerDays(), round.reviewDays(),
						direction.title() + "。" + direction.text() + direction.expectedApplication(),
						direction.applicationCodes(), Set.copyOf(sources.coFundersConcerned(directionId)), Map.of()));
	}

	public List<Long> pendingMembers(long directionId) {
		return panels.pending(facts.panel(directionId));
	}

	/** The account of a member, as the engine names an assignee. */
	public String expertOf(long memberId) {
		return Long.toString(panels.member(memberId).expertId());
	}

	public boolean hasAccepted(long memberId) {
		return panels.member(memberId).state() == MemberState.ACCEPTED;
	}

	/** When the answer, or the review, of a member is due. */
	public Date memberDue(long memberId) {
		return Date.from(panels.member(memberId).dueAt());
	}

	/** The place passes on; answers the new member's id, null when nobody is left. */
	public Long fillSeat(long memberId) {
		PanelMember gone = panels.member(memberId);
		if (gone.state() == MemberState.INVITED) {
			panels.noAnswer(memberId);
		}
		return panels.replace(memberId).orElse(null);
	}

	public void recordLapse(long memberId) {
		panels.noReview(memberId);
	}

	public boolean quorumReached(long directionId) {
		return reviews.summary(facts.panel(directionId)).quorumReached();
	}

	public double approvalShare(long directionId) {
		return reviews.summary(facts.panel(directionId)).share().doubleValue();
	}

	/** Mean score of the present turn; 0 when nobody reviewed. */
	public double meanScore(long directionId) {
		BigDecimal mean = reviews.summary(facts.panel(directionId)).mean();
		return mean == null ? 0 : mean.doubleValue();
	}

	public double passShare(long directionId) {
		return round(directionId).passShare().doubleValue();
	}

	/** Whether a meeting still has to vote in the present turn. */
	public boolean meetingNeeded(long directionId) {
		return round(directionId).meetingRequired() && meetings.outcome(directionId, turn(directionId)).isEmpty();
	}

	/** The direction waits to be put on the agenda of a meeting. */
	public void awaitMeeting(long directionId) {
		moves.move(null, directionId, "meeting-awaited", "", (direction) -> direction.in(State.MEETING));
		meetings.add(directionId, turn(directionId));
	}

	/** PASSED or NOT_PASSED; NONE without a vote in the present turn. */
	public String meetingOutcome(long directionId) {
		return meetings.outcome(directionId, turn(directionId))
			.map((passed) -> passed ? "PASSED" : "NOT_PASSED")
			.orElse("NONE");
	}

	/** The text is in the office's hands again. */
	public void startRevision(long directionId) {
		moves.move(null, directionId, "returned", "", (direction) -> direction.in(State.REVISING));
	}

	/** The co-funders are asked, once more perhaps. */
	public void startSignOff(long directionId) {
		moves.move(null, directionId, "consulted", "", GuideDirection::forSignOff);
	}

	public List<Long> coFundersConcerned(long directionId) {
		return sources.coFundersConcerned(directionId);
	}

	public String leadersOf(long coFunderId) {
		return Group.of(Role.CO_FUNDER_LEADER, coFunderId).code();
	}

	public boolean allAgreed(long directionId) {
		return deliberations.objections(facts.direction(directionId)).isEmpty();
	}

	/**
	 * When the guide appears that the direction is scheduled with; else midnight at the
	 * beginning of its own day.
	 */
	public Date publicationDay(long directionId) {
		Instant at = publication.timeOf(directionId)
			.orElseGet(() -> facts.direction(directionId).publishOn().atStartOfDay(clock.getZone()).toInstant());
		return Date.from(at);
	}

	public void publish(long directionId) {
		moves.publish(directionId);
	}

	private int turn(long directionId) {
		return panels.require(facts.panel(directionId)).turn();
	}

	private Round round(long directionId) {
		return facts.round(facts.direction(directionId));
	}

	private Date inDays(int days) {
		Instant due = clock.instant().plus(Duration.ofDays(days));
		return Date.from(due);
	}

}
