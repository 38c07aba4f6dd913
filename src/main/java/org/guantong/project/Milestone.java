package org.guantong.project;

import java.time.LocalDate;
import java.util.List;

/**
 * What a project promised to have done by a date.
 *
 * @param state PLANNED, RUNNING, DONE or DROPPED
 * @param actualOn when it was done; null until then
 */
public record Milestone(long id, int number, LocalDate plannedOn, String title, String state, LocalDate actualOn,
		String note, List<Indicator> indicators) {

	/** Whether it is neither reached nor dropped. */
	public boolean isOpen() {
		return !state.equals("DONE") && !state.equals("DROPPED");
	}

	/**
	 * Whether a report may give it that state: a milestone is dropped by an approved
	 * change of the plan and by nothing else.
	 */
	public boolean mayBeReportedAs(String reported) {
		return state.equals("DROPPED") == "DROPPED".equals(reported);
	}

	/** Whether the date is past and the thing not done. */
	public boolean isMissed(LocalDate day) {
		return isOpen() && plannedOn.isBefore(day);
	}

	/**
	 * What a milestone is measured by, carried over from the demands.
	 *
	 * @param actual what was reached so far; empty when nothing was reported
	 */
	public record Indicator(long id, String name, String baseline, String target, String unit, String actual) {
	}

}
