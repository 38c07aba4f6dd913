package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.guantong.project.change.ChangeKind;

/**
 * What the PI reported.
 *
 * @param progressState ON_PLAN, AHEAD, DELAYED, STALLED, CHANGE or TERMINATE
 * @param reasonCode required for the last four
 * @param endorsedAt when the host agreed; null until then
 * @param changes what the PI says has changed since the grant
 * @param returned why the host sent it back; null when it did not
 */
public record MidtermReport(String progressState, String reasonCode, String summary, String problems, String help,
		Instant submittedAt, Instant endorsedAt, String returned, List<Stage> milestones, List<Reached> indicators,
		List<Line> lines, List<ChangeKind> changes) {

	/** How far a milestone has come. */
	public record Stage(long milestoneId, String state, LocalDate actualOn, String note) {
	}

	/** What an indicator has reached, and what proves it. */
	public record Reached(long indicatorId, String actual, String evidence) {

		/** Whether there is a value and something that shows it. */
		public boolean isProven() {
			return !actual.isBlank() && !evidence.isBlank();
		}

	}

	/** What a budget line has spent up to the report, in 元. */
	public record Line(long lineId, BigDecimal spent, String note) {
	}

	/** Whether this state asks for a reason. */
	public static boolean needsReason(String progressState) {
		return !progressState.equals("ON_PLAN") && !progressState.equals("AHEAD");
	}

}
