package org.guantong.achievement;

import java.time.Instant;
import java.time.LocalDate;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * The closing of one project (结题).
 *
 * @param dueOn until when the PI is to report
 * @param attempt counts the reports submitted; each is reviewed anew
 * @param returnReasons why the last report was returned; null when it was not
 * @param reviewDueAt until when the experts are to review; null before they are named
 * @param endedAt null while it is under way
 */
public record Closure(@Id Long id, @Version int version, String code, long projectId, LocalDate dueOn,
		ClosureState state, int attempt, String summary, String returnReasons, String hostOpinion,
		String verdictRemarks, Instant reviewDueAt, long openedBy, Instant openedAt, Instant endedAt) {

	/** A closure that waits for the PI's report. */
	public static Closure open(String code, long projectId, LocalDate dueOn, long openedBy, Instant now) {
		return new Closure(null, 0, code, projectId, dueOn, ClosureState.OPEN, 0, null, null, null, null, null,
				openedBy, now, null);
	}

	/**
	 * What tasks and cases about it are shown under: its code and the project's title.
	 */
	public Subject subject(String projectTitle) {
		return Subject.of(Kind.CLOSURE, id, code, projectTitle);
	}

	public boolean isEnded() {
		return endedAt != null;
	}

}
