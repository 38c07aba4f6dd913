package org.guantong.project.change;

import java.time.LocalDate;
import java.util.List;

/**
 * What is typed to apply for a change.
 *
 * @param newPi username of the new PI; with PI only
 * @param newHostId with HOST only
 * @param newEndsOn with TERM only
 * @param marks with PLAN: what milestones become; those left out stay
 */
public record NewChange(ChangeKind kind, String reason, String proposal, String newPi, Long newHostId,
		LocalDate newEndsOn, List<ProjectChange.NewMark> marks) {

	public NewChange {
		reason = reason == null ? "" : reason.strip();
		proposal = proposal == null ? "" : proposal.strip();
		marks = marks == null ? List.of() : List.copyOf(marks);
	}

}
