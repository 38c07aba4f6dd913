package org.guantong.midterm;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the PI reported.
 *
 * @param progressState ON_PLAN, AHEAD, DELAYED, STALLED, CHANGE or TERMINATE
 * @param reasonCode required for the last four
 * @param endorsedAt when the host agreed; null until then
 * @param returned why the host sent it back; null when it did not
 */
public record MidtermReport(String progressState, String reasonCode, String summary, String problems, String help,
		Instant submittedAt, Instant endorsedAt, String returned, List<Stage> milestones, List<Reached> indicators,
		List<Line> lines) {

	/** How far a milestone has come. */
	public record Stage(long milestoneId, String state, LocalDate actualOn, String note) {
	}

	/** What an indicator has reached. */
	public record Reached(long indicatorId, String actual) {
	}

	/** What a budget line has spent up to the report, in 元. */
	public record Line(long lineId, BigDecimal spent, String note) {
	}

	/** Whether this state asks for a reason. */
	public static boolean needsReason(String progressState) {
		return !progressState.equals("ON_PLAN") && !progressState.equals("AHEAD");
	}

}
