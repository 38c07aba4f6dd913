package org.guantong.midterm;

import java.time.LocalDate;

/**
 * A check on the season's board.
 *
 * @param flags how many figures carry a flag
 * @param overdue whether the report is late
 */
public record MidtermRow(long id, String code, long projectId, String title, String pi, String host, int season,
		LocalDate dueOn, MidtermState state, int flags, boolean overdue) {
}
