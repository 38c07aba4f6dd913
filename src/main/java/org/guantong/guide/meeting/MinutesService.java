package org.guantong.guide.meeting;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.guide.meeting.Meeting.State;
import org.guantong.identity.Person;
import org.guantong.shared.InvalidInput;
import org.guantong.shared.Stale;

/** The minutes of meetings: written in versions, confirmed once, then fixed. */
@Service
@Transactional
public class MinutesService {

	private static final int LONGEST = 20_000;

	private final MeetingRows meetings;

	private final MeetingItems items;

	private final MinutesRows minutes;

	private final MessageSource messages;

	private final AuditTrail audit;

	private final Clock clock;

	MinutesService(MeetingRows meetings, MeetingItems items, MinutesRows minutes, MessageSource messages,
			AuditTrail audit, Clock clock) {
		this.meetings = meetings;
		this.items = items;
		this.minutes = minutes;
		this.messages = messages;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What is known of the meeting, as a first text; the latest version where there is
	 * one.
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	@Transactional(readOnly = true)
	public String proposed(Person actor, long id, Locale locale) {
		List<Minutes> there = minutes.of(id);
		return there.isEmpty() ? written(meetings.require(id), locale) : there.get(0).text();
	}

	/**
	 * Keeps a new version.
	 * @param after number of the version it was written from, 0 for none
	 * @throws Stale when somebody else wrote one meanwhile, or they are confirmed
	 */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void write(Person actor, long id, int after, String text) {
		Meeting meeting = MeetingService.requireState(meetings.lock(id), State.CLOSED);
		String said = text == null ? "" : text.strip();
		if (said.isEmpty() || said.length() > LONGEST) {
			throw InvalidInput.of("text", "meeting.problem.minutes", LONGEST);
		}
		requireLatest(id, after);
		minutes.add(id, after + 1, said, actor.id(), clock.instant());
		audit.record(actor, "meeting.minuted", meeting.ref(), "version " + (after + 1));
	}

	/** Confirms the latest version; nothing can be written after that. */
	@PreAuthorize("@meetingPermissions.mayRun(#actor)")
	public void confirm(Person actor, long id, int number) {
		Meeting meeting = MeetingService.requireState(meetings.lock(id), State.CLOSED);
		requireLatest(id, number);
		if (number == 0) {
			throw InvalidInput.of("text", "meeting.problem.minutes", LONGEST);
		}
		minutes.confirm(id, number, actor.id(), clock.instant());
		audit.record(actor, "meeting.confirmed", meeting.ref(), "version " + number);
	}

	private void requireLatest(long id, int number) {
		List<Minutes> there = minutes.of(id);
		if (!there.isEmpty() && there.get(0).isConfirmed()) {
			throw new Stale("meeting.stale.confirmed");
		}
		if ((there.isEmpty() ? 0 : there.get(0).number()) != number) {
			throw new Stale("meeting.stale.minutes");
		}
	}

	private String written(Meeting meeting, Locale locale) {
		List<MeetingMember> members = meetings.members(meeting.id());
		List<MeetingMember> present = members.stream().filter(MeetingMember::isPresent).toList();
		String head = say(locale, "meeting.minutes.head", meeting.title(),
				DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(meeting.meetsAt().atZone(clock.getZone())),
				meeting.place().isEmpty() ? "—" : meeting.place(), members.size(), present.size(),
				present.stream().map(MeetingMember::name).collect(Collectors.joining("、")));
		return head + items.of(meeting.id())
			.stream()
			.map((item) -> "\n" + said(meeting, item, members, locale))
			.collect(Collectors.joining());
	}

	private String said(Meeting meeting, MeetingItem item, List<MeetingMember> members, Locale locale) {
		if (!item.isVoted()) {
			return say(locale, "meeting.minutes.open", item.position(), item.code(), item.title());
		}
		String out = items.recused(item.id())
			.stream()
			.flatMap((gone) -> members.stream().filter((member) -> member.id() == gone))
			.map(MeetingMember::name)
			.sorted()
			.collect(Collectors.joining("、"));
		return say(locale, "meeting.minutes.item", item.position(), item.code(), item.title(),
				out.isEmpty() ? "—" : out, item.entitled(), item.votesFor(), item.votesAgainst(), item.abstentions(),
				say(locale, item.passed() ? "reviewing.meeting.passed" : "reviewing.meeting.failed"),
				item.remark().isEmpty() ? "—" : item.remark());
	}

	private String say(Locale locale, String key, Object... arguments) {
		return messages.getMessage(key, arguments, locale);
	}

}
