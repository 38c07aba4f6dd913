package org.guantong.midterm.care;

import java.time.Instant;

/**
 * A fund's checks of one season, and whether the season is closed.
 *
 * @param checks all but the cancelled
 * @param open those that have not ended
 * @param closedAt null while it is not closed
 */
public record SeasonEnd(long fundId, String fund, int season, int checks, int open, String closedBy, Instant closedAt,
		String note) {

	public boolean isClosed() {
		return closedAt != null;
	}

}
