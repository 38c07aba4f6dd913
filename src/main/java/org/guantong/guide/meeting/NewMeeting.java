package org.guantong.guide.meeting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;

/**
 * What an officer says of a meeting.
 *
 * @param title 1 to 100 characters
 * @param place at most 200 characters
 */
public record NewMeeting(String title, String place, Instant meetsAt, boolean secret) {

	private static final int LONGEST_TITLE = 100;

	private static final int LONGEST_PLACE = 200;

	public NewMeeting {
		title = title == null ? "" : title.strip();
		place = place == null ? "" : place.strip();
	}

	void check() {
		List<FieldProblem> problems = new ArrayList<>();
		if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
			problems.add(FieldProblem.of("title", "meeting.problem.title", LONGEST_TITLE));
		}
		if (place.codePointCount(0, place.length()) > LONGEST_PLACE) {
			problems.add(FieldProblem.of("place", "meeting.problem.place", LONGEST_PLACE));
		}
		if (meetsAt == null) {
			problems.add(FieldProblem.of("meetsAt", "meeting.problem.meetsAt"));
		}
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

}
