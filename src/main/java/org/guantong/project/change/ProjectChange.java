package org.guantong.project.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * An application for a change (项目变更).
 *
 * @param code e.g. {@code BG-U24A2062-1}
 * @param state ENDORSING, ACCEPTING (the new host), DECIDING, AMENDING, APPROVED, REFUSED
 * or WITHDRAWN
 * @param proposal what changes, in words
 * @param newPi name and institution; null unless the PI changes
 * @param newEndsOn null unless there is to be more time
 * @param accepted what the new host said; null before, and unless the host changes
 * @param remarks what was last said of it by those who check it
 * @param was what it was before, once it took effect; null before
 */
public record ProjectChange(long id, String code, long projectId, String projectCode, String projectTitle,
		ChangeKind kind, String state, String reason, String proposal, Long newPiId, String newPi, Long newHostId,
		String newHost, LocalDate newEndsOn, Boolean accepted, String remarks, String was, String became,
		long appliedBy, String applicant, Instant appliedAt, Long decidedBy, Instant decidedAt, List<NewMark> marks) {

	/**
	 * What a milestone becomes.
	 *
	 * @param dropped whether the project does without it; date and title then stay
	 */
	public record NewMark(long milestoneId, LocalDate plannedOn, String title, boolean dropped) {

		/** The milestone stays, with another date or title. */
		public static NewMark moved(long milestoneId, LocalDate plannedOn, String title) {
			return new NewMark(milestoneId, plannedOn, title, false);
		}

	}

	public boolean isOpen() {
		return List.of("ENDORSING", "ACCEPTING", "DECIDING", "AMENDING").contains(state);
	}

	public Subject subject() {
		return Subject.of(Kind.PROJECT_CHANGE, id, code, projectTitle);
	}

}
