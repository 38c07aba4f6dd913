package org.guantong.guide.meeting;

import java.util.List;
import java.util.Map;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.guide.GuideDirections;
import org.guantong.identity.Person;
import org.guantong.review.Panel;
import org.guantong.review.Panels;
import org.guantong.review.Purpose;
import org.guantong.review.ReviewStatistics;
import org.guantong.review.Reviews;
import org.guantong.shared.NotFound;

/** Meetings and their papers, for the office and for those who were called. */
@Service
@Transactional(readOnly = true)
public class MeetingReadingService {

	private static final int MOST_CANDIDATES = 30;

	private final MeetingRows meetings;

	private final MeetingItems items;

	private final MeetingQueue queue;

	private final MinutesRows minutes;

	private final GuideDirections directions;

	private final Panels panels;

	private final Reviews reviews;

	private final ReviewStatistics statistics;

	MeetingReadingService(MeetingRows meetings, MeetingItems items, MeetingQueue queue, MinutesRows minutes,
			GuideDirections directions, Panels panels, Reviews reviews, ReviewStatistics statistics) {
		this.meetings = meetings;
		this.items = items;
		this.queue = queue;
		this.minutes = minutes;
		this.directions = directions;
		this.panels = panels;
		this.reviews = reviews;
		this.statistics = statistics;
	}

	/** The meetings this person may see, the latest first. */
	@PreAuthorize("@meetingPermissions.mayLook(#actor)")
	public List<Meeting> list(Person actor, int page, int size) {
		return meetings.visibleTo(actor, page, size);
	}

	@PreAuthorize("@meetingPermissions.mayLook(#actor)")
	public long count(Person actor) {
		return meetings.count(actor);
	}

	/** How many directions of all rounds are on no agenda yet. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public int waiting(Person actor) {
		return queue.waiting();
	}

	/**
	 * A meeting with its agenda.
	 * @throws NotFound for those who were not called
	 */
	@PreAuthorize("@meetingPermissions.mayLook(#actor)")
	public MeetingSheet open(Person actor, long id) {
		Meeting meeting = meetings.visible(actor, id);
		boolean office = actor.readsEverything();
		List<MeetingMember> members = meetings.members(id);
		List<Recusal> recusals = items.recusals(id)
			.stream()
			.filter((recusal) -> office || recusal.memberId() == actor.id())
			.toList();
		return new MeetingSheet(meeting, items.of(id), office ? members : List.of(), members.size(),
				Math.toIntExact(members.stream().filter(MeetingMember::isPresent).count()), recusals,
				actor.isOffice() ? queue.waiting(meeting.roundId()) : List.of(),
				members.stream().anyMatch((member) -> member.id() == actor.id()),
				members.stream().anyMatch((member) -> member.id() == actor.id() && member.isPresent()),
				minutes.of(id).stream().filter((one) -> office || one.isConfirmed()).toList());
	}

	/**
	 * The papers of one item.
	 * @throws NotFound also for a member who is out of the room for it
	 */
	@PreAuthorize("@meetingPermissions.mayLook(#actor)")
	public MeetingPaper paper(Person actor, long id, long itemId) {
		MeetingSheet sheet = open(actor, id);
		MeetingItem item = items.require(id, itemId);
		if (!actor.readsEverything() && !sheet.out(itemId).isEmpty()) {
			throw new NotFound("meeting item", itemId);
		}
		Panel panel = panels.about(item.direction(), Purpose.TECHNICAL).orElseThrow();
		return new MeetingPaper(sheet, item, directions.require(item.directionId()), statistics.of(panel.id()),
				reviews.anonymous(panel.id()).stream().filter((review) -> review.turn() == item.turn()).toList(),
				actor.readsEverything() ? items.ballots(itemId) : Map.of());
	}

	/**
	 * Experts who could be called, by name, organisation, code or keyword; those who
	 * reviewed what is on the agenda or waits for it first.
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public List<MeetingMember> candidates(Person actor, long id, String text) {
		String escaped = text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
		return meetings.candidates(id, "%" + escaped + "%", MOST_CANDIDATES);
	}

}
