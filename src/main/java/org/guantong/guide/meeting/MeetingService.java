package org.guantong.guide.meeting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.fund.Rounds;
import org.guantong.guide.meeting.Meeting.State;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.notification.Mailbox;
import org.guantong.notification.Notice;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/** Preparing a meeting: when and where, what is on the agenda, who is called. */
@Service
@Transactional
public class MeetingService {

	private final MeetingRows meetings;

	private final MeetingItems items;

	private final Rounds rounds;

	private final People people;

	private final Mailbox mailbox;

	private final AuditTrail audit;

	private final Clock clock;

	MeetingService(MeetingRows meetings, MeetingItems items, Rounds rounds, People people, Mailbox mailbox,
			AuditTrail audit, Clock clock) {
		this.meetings = meetings;
		this.items = items;
		this.rounds = rounds;
		this.people = people;
		this.mailbox = mailbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * @return the meeting's id
	 * @throws InvalidInput naming what is missing
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public long create(Person actor, long roundId, NewMeeting wanted) {
		wanted.check();
		long id = meetings.insert(rounds.require(roundId), wanted);
		audit.record(actor, "meeting.called", meetings.require(id).ref(), wanted.title());
		return id;
	}

	/**
	 * Changes when and where, and how it votes, before the meeting opens; members who
	 * were told are told of it.
	 * @throws Stale when it was changed meanwhile, or is open already
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void change(Person actor, long id, int version, NewMeeting wanted) {
		wanted.check();
		requireState(meetings.lock(id), State.PREPARED);
		if (!meetings.change(id, version, wanted)) {
			throw new Stale("meeting.stale.changed");
		}
		Meeting changed = meetings.require(id);
		meetings.members(id)
			.stream()
			.filter((member) -> member.toldAt() != null)
			.forEach((member) -> tell(changed, member.id(), "meeting-changed"));
		audit.record(actor, "meeting.changed", changed.ref(), wanted.title());
	}

	/** Puts waiting directions of the round at the end of the agenda. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void place(Person actor, long id, List<Long> itemIds) {
		Meeting meeting = requireNotClosed(meetings.lock(id));
		if (itemIds.isEmpty()) {
			throw InvalidInput.of("item", "meeting.problem.items");
		}
		itemIds.forEach((item) -> {
			if (!items.place(meeting, item)) {
				throw new Stale("meeting.stale.item");
			}
		});
		items.recuseKnown(id);
		audit.record(actor, "meeting.placed", meeting.ref(), itemIds.size() + " directions");
	}

	/**
	 * Takes a direction that was not voted on off the agenda; it waits for another
	 * meeting.
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void postpone(Person actor, long id, long itemId) {
		Meeting meeting = requireNotClosed(meetings.lock(id));
		MeetingItem item = requireOpen(items.require(id, itemId));
		items.free(item.id());
		audit.record(actor, "meeting.postponed", meeting.ref(), item.code());
	}

	/**
	 * Moves an item up or down the agenda.
	 * @param steps negative for up
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void move(Person actor, long id, long itemId, int steps) {
		requireNotClosed(meetings.lock(id));
		List<Long> order = new ArrayList<>(
				items.of(id).stream().filter((item) -> !item.isVoted()).map(MeetingItem::id).toList());
		int from = order.indexOf(itemId);
		if (from < 0) {
			throw new Stale("meeting.stale.item");
		}
		int to = Math.max(0, Math.min(order.size() - 1, from + steps));
		Collections.rotate(order.subList(Math.min(from, to), Math.max(from, to) + 1), to > from ? -1 : 1);
		int voted = items.of(id).size() - order.size();
		IntStream.range(0, order.size()).forEach((at) -> items.position(order.get(at), voted + at + 1));
	}

	/**
	 * Adds experts; who has a conflict with an item is out of the room for it.
	 * @throws InvalidInput when somebody is no expert
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void call(Person actor, long id, List<Long> experts) {
		Meeting meeting = requireNotClosed(meetings.lock(id));
		if (experts.isEmpty()) {
			throw InvalidInput.of("member", "meeting.problem.members");
		}
		experts.forEach((expert) -> {
			if (!meetings.add(id, expert)) {
				throw InvalidInput.of("member", "meeting.problem.member");
			}
		});
		items.recuseKnown(id);
		audit.record(actor, "meeting.members-called", meeting.ref(), experts.size() + " experts");
	}

	/** Takes somebody off the list before the meeting opens. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void remove(Person actor, long id, long expert) {
		Meeting meeting = requireState(meetings.lock(id), State.PREPARED);
		meetings.remove(id, expert);
		audit.record(actor, "meeting.member-removed", meeting.ref(), "");
	}

	/**
	 * Tells those who were not told yet when, where and about what.
	 * @return how many were told
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public int tell(Person actor, long id) {
		Meeting meeting = requireNotClosed(meetings.lock(id));
		List<MeetingMember> news = meetings.members(id).stream().filter((member) -> member.toldAt() == null).toList();
		news.forEach((member) -> {
			tell(meeting, member.id(), "meeting-called");
			meetings.told(id, member.id(), clock.instant());
		});
		audit.record(actor, "meeting.announced", meeting.ref(), news.size() + " experts");
		return news.size();
	}

	private void tell(Meeting meeting, long member, String key) {
		mailbox.post(Notice.of(key, people.require(member), "meeting-" + meeting.id(), "/meetings/" + meeting.id(),
				meeting.title(), meeting.meetsAt(), meeting.place().isEmpty() ? "—" : meeting.place(),
				items.of(meeting.id()).size()));
	}

	static Meeting requireState(Meeting meeting, State state) {
		if (meeting.state() != state) {
			throw new Stale("meeting.stale." + meeting.state());
		}
		return meeting;
	}

	static Meeting requireNotClosed(Meeting meeting) {
		if (meeting.state() == State.CLOSED) {
			throw new Stale("meeting.stale.CLOSED");
		}
		return meeting;
	}

	static MeetingItem requireOpen(MeetingItem item) {
		if (item.isVoted()) {
			throw new Stale("meeting.stale.voted");
		}
		return item;
	}

}
