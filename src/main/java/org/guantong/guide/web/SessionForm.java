package org.guantong.guide.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.util.MultiValueMap;

import org.guantong.guide.adoption.CommitteeSession;
import org.guantong.guide.adoption.CommitteeSession.Item;
import org.guantong.guide.adoption.CommitteeSession.Member;
import org.guantong.guide.adoption.SessionSheet;
import org.guantong.guide.adoption.SessionSheet.Vote;

/**
 * A session of the committee as it is typed.
 *
 * @param present one member a line: the name, then the organisation after a comma or
 * blank
 * @param unanimous ticked: whatever has no votes yet was agreed to by all present
 */
record SessionForm(String title, String heldAt, String place, String seats, String present, String minutes,
		Boolean unanimous) {

	static SessionForm of(CommitteeSession session, ZoneId zone) {
		return new SessionForm(session.title(),
				session.heldAt().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString(),
				session.place(), session.seats() < 1 ? "" : Integer.toString(session.seats()),
				session.present()
					.stream()
					.map((one) -> one.organisation().isEmpty() ? one.name() : one.name() + "，" + one.organisation())
					.collect(Collectors.joining("\n")),
				session.minutes(), false);
	}

	SessionSheet sheet(Map<Long, Vote> votes, ZoneId zone) {
		Integer places = whole(seats);
		return new SessionSheet(title, moment(zone), place, places == null ? 0 : places, members(), minutes, votes);
	}

	/** The votes typed for the directions of a session: {@code for-<id>} and so on. */
	static Map<Long, Vote> votes(CommitteeSession session, MultiValueMap<String, String> typed, SessionForm form) {
		Map<Long, Vote> votes = new TreeMap<>();
		int present = form.members().size();
		for (Item item : session.items()) {
			long id = item.directionId();
			Integer agreed = whole(typed.getFirst("for-" + id));
			Integer refused = whole(typed.getFirst("against-" + id));
			Integer abstained = whole(typed.getFirst("abstain-" + id));
			boolean deferred = typed.getFirst("defer-" + id) != null;
			boolean blank = agreed == null && refused == null && abstained == null;
			if (blank && Boolean.TRUE.equals(form.unanimous()) && !deferred) {
				agreed = present;
			}
			boolean counted = agreed != null || refused != null || abstained != null;
			votes.put(id, new Vote(orZero(agreed, counted), orZero(refused, counted), orZero(abstained, counted),
					deferred, typed.getFirst("remarks-" + id)));
		}
		return votes;
	}

	private List<Member> members() {
		return present == null ? List.of()
				: present.lines().map(String::strip).filter((line) -> !line.isEmpty()).map((line) -> {
					String[] parts = line.split("[,，\\s]+", 2);
					return new Member(parts[0], parts.length > 1 ? parts[1].strip() : "");
				}).toList();
	}

	private Instant moment(ZoneId zone) {
		try {
			return heldAt == null ? null : LocalDateTime.parse(heldAt).atZone(zone).toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static Integer orZero(Integer votes, boolean counted) {
		return votes == null && counted ? Integer.valueOf(0) : votes;
	}

	/** What is no number becomes −1, which no vote may be. */
	private static Integer whole(String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return Integer.valueOf(text.strip());
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
