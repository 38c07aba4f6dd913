package org.guantong.guide.meeting;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.meeting.Meeting.State;
import org.guantong.identity.Person;
import org.guantong.review.ConflictKind;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.NotFound;
import org.guantong.workflow.Processes;

/** Holding a meeting: who is there, who is out of the room, the votes. */
@Service
@Transactional
public class VotingService {

	private final MeetingRows meetings;

	private final MeetingItems items;

	private final Rounds rounds;

	private final Processes processes;

	private final AuditTrail audit;

	private final Clock clock;

	VotingService(MeetingRows meetings, MeetingItems items, Rounds rounds, Processes processes, AuditTrail audit,
			Clock clock) {
		this.meetings = meetings;
		this.items = items;
		this.rounds = rounds;
		this.processes = processes;
		this.audit = audit;
		this.clock = clock;
	}

	/** Opens the meeting under the round's quorum and pass share of this moment. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void open(Person actor, long id) {
		Meeting meeting = MeetingService.requireState(meetings.lock(id), State.PREPARED);
		if (items.of(id).isEmpty()) {
			throw InvalidInput.of("item", "meeting.problem.items");
		}
		if (meetings.members(id).isEmpty()) {
			throw InvalidInput.of("member", "meeting.problem.members");
		}
		items.recuseKnown(id);
		meetings.open(id, rounds.require(meeting.roundId()), clock.instant());
		audit.record(actor, "meeting.opened", meeting.ref(), "");
	}

	/** Writes down that a member is there, or after all is not. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void sign(Person actor, long id, long member, boolean present) {
		Meeting meeting = MeetingService.requireNotClosed(meetings.lock(id));
		if (!meetings.sign(id, member, present, clock.instant())) {
			throw new NotFound("meeting member", member);
		}
		audit.record(actor, present ? "meeting.signed-in" : "meeting.signed-out", meeting.ref(), "");
	}

	/** A member signs in for themselves. */
	@PreAuthorize("@meetingPermissions.mayLook(#actor)")
	public void signIn(Person actor, long id) {
		Meeting meeting = MeetingService.requireNotClosed(meetings.visible(actor, id));
		if (!meetings.sign(id, actor.id(), true, clock.instant())) {
			throw new NotFound("meeting member", actor.id());
		}
		audit.record(actor, "meeting.signed-in", meeting.ref(), "");
	}

	/** A member declares an interest, and is out of the room for that item. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void recuse(Person actor, long id, long itemId, long member, ConflictKind kind, String note) {
		Meeting meeting = MeetingService.requireNotClosed(meetings.lock(id));
		MeetingItem item = MeetingService.requireOpen(items.require(id, itemId));
		if (meetings.members(id).stream().noneMatch((one) -> one.id() == member)) {
			throw InvalidInput.of("member", "meeting.problem.member");
		}
		String said = note == null ? "" : note.strip();
		if (said.length() > 300) {
			throw InvalidInput.of("note", "meeting.problem.note", 300);
		}
		items.recuse(itemId, member, kind, said);
		audit.record(actor, "meeting.recused", meeting.ref(), item.code() + " " + kind);
	}

	/**
	 * Writes a vote down, for good, and lets the direction's case go on with it.
	 * @return whether the direction passed
	 * @throws InvalidInput below the quorum, or when the votes do not add up
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public boolean vote(Person actor, long id, long itemId, NewVote vote) {
		Meeting meeting = MeetingService.requireState(meetings.lock(id), State.OPEN);
		MeetingItem item = MeetingService.requireOpen(items.require(id, itemId));
		items.recuseKnown(id);
		Attendance there = attendance(meeting, itemId);
		if (!there.isQuorate()) {
			throw InvalidInput.of("", "meeting.problem.quorum", there.needed(), there.entitled().size());
		}
		if (vote.remark().length() > 1000) {
			throw InvalidInput.of("remark", "meeting.problem.note", 1000);
		}
		NewVote.Tally tally = vote.tally(there.entitled(), meeting.secret());
		boolean passed = meeting.passes(tally.votesFor(), there.entitled().size());
		if (!meeting.secret()) {
			vote.ballots().forEach((member, choice) -> items.ballot(itemId, member, choice));
		}
		items.vote(itemId, tally, there.entitled().size(), passed, vote.remark(), actor, clock.instant());
		audit.record(actor, "meeting.voted", meeting.ref(), item.code() + " " + tally.votesFor() + ":"
				+ tally.votesAgainst() + ":" + tally.abstentions() + (passed ? " passed" : " not passed"));
		processes.correlate(MeetingQueue.VOTED, item.direction(), Map.of());
		return passed;
	}

	/** Ends the meeting; what was not voted on waits for another. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void close(Person actor, long id) {
		Meeting meeting = MeetingService.requireState(meetings.lock(id), State.OPEN);
		items.of(id).stream().filter((item) -> !item.isVoted()).forEach((item) -> items.free(item.id()));
		meetings.close(id, clock.instant());
		audit.record(actor, "meeting.closed", meeting.ref(), "");
	}

	private Attendance attendance(Meeting meeting, long item) {
		Set<Long> out = items.recused(item);
		Set<Long> seats = meetings.members(meeting.id())
			.stream()
			.map(MeetingMember::id)
			.filter((member) -> !out.contains(member))
			.collect(Collectors.toSet());
		Set<Long> entitled = meetings.members(meeting.id())
			.stream()
			.filter(MeetingMember::isPresent)
			.map(MeetingMember::id)
			.filter((member) -> !out.contains(member))
			.collect(Collectors.toSet());
		return new Attendance(seats.size(), entitled, seats.isEmpty() ? 1 : meeting.needed(seats.size()));
	}

	/**
	 * @param seats members who might vote on the item if they were there
	 * @param entitled those who are
	 */
	private record Attendance(int seats, Set<Long> entitled, int needed) {

		boolean isQuorate() {
			return entitled.size() >= needed;
		}

	}

}
