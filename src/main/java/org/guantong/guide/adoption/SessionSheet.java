package org.guantong.guide.adoption;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.guantong.guide.adoption.CommitteeSession.Member;
import org.guantong.shared.FieldProblem;

/**
 * What is recorded of a session.
 *
 * @param present those who are there, in the order they are listed
 * @param votes by direction; what is left out stays as it was
 */
public record SessionSheet(String title, Instant heldAt, String place, int seats, List<Member> present, String minutes,
		Map<Long, Vote> votes) {

	private static final int LARGEST_COMMITTEE = 200;

	public SessionSheet {
		title = title == null ? "" : title.strip();
		place = place == null ? "" : place.strip();
		minutes = minutes == null ? "" : minutes.strip();
		present = present == null ? List.of() : List.copyOf(present);
		votes = votes == null ? Map.of() : Map.copyOf(votes);
	}

	/**
	 * The votes on one direction; null where not counted yet.
	 *
	 * @param remarks needed where it is not adopted
	 */
	public record Vote(Integer votesFor, Integer votesAgainst, Integer abstentions, boolean deferred, String remarks) {

		public Vote {
			remarks = remarks == null ? "" : remarks.strip();
		}

		boolean isBlank() {
			return votesFor == null && votesAgainst == null && abstentions == null;
		}

		boolean isNegative() {
			return negative(votesFor) || negative(votesAgainst) || negative(abstentions);
		}

		private static boolean negative(Integer votes) {
			return votes != null && votes < 0;
		}

	}

	/** What keeps it from being saved. */
	List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		if (title.isEmpty() || title.length() > 100) {
			problems.add(FieldProblem.of("title", "guide.problem.session.title"));
		}
		if (heldAt == null) {
			problems.add(FieldProblem.of("heldAt", "guide.problem.session.heldAt"));
		}
		if (place.length() > 100) {
			problems.add(FieldProblem.of("place", "form.tooLong", 100, place.length()));
		}
		if (seats < 1 || seats > LARGEST_COMMITTEE) {
			problems.add(FieldProblem.of("seats", "guide.problem.session.seats", LARGEST_COMMITTEE));
		}
		if (present.size() > seats) {
			problems.add(FieldProblem.of("present", "guide.problem.session.present", seats));
		}
		if (present.stream().anyMatch((one) -> one.name().length() > 50 || one.organisation().length() > 100)) {
			problems.add(FieldProblem.of("present", "guide.problem.session.names"));
		}
		if (minutes.length() > 5000) {
			problems.add(FieldProblem.of("minutes", "form.tooLong", 5000, minutes.length()));
		}
		votes.forEach((direction, vote) -> {
			if (vote.isNegative() || vote.remarks().length() > 1000) {
				problems.add(FieldProblem.of("votes-" + direction, "guide.problem.session.votes"));
			}
		});
		return problems;
	}

}
