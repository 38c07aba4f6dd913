package org.guantong.midterm;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One attempt to put things right.
 *
 * @param report what was done; null until reported
 * @param returned why the host sent the report back; null when it did not
 * @param result PASSED, AGAIN or FAILED; null until checked again
 */
public record MidtermRectification(long id, int attempt, LocalDate dueOn, String report, Instant reportedAt,
		String returned, Instant endorsedAt, String result, String remarks) {
}
