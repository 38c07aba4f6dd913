package org.guantong.midterm;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A decision of the office. It counts once it is issued.
 *
 * @param decision CONTINUE, CONTINUE_WITH_REMARKS, RECTIFY, ADJUST, SUSPEND_PAYMENT or
 * TERMINATE
 * @param rectifyBy until when things must be put right; null unless RECTIFY
 * @param reviewOn when the office looks at suspended payments again; null unless
 * SUSPEND_PAYMENT
 * @param confirmed what the second person said of a termination; null before, and for all
 * else
 * @param issuedAt when the letter went out; null before
 * @param letterNumber e.g. {@code ZJ2026-0012}; null before
 */
public record MidtermDecision(long id, String decision, String suggestion, String remarks, LocalDate rectifyBy,
		LocalDate reviewOn, long decidedBy, String decidedByName, Instant decidedAt, Boolean confirmed,
		String confirmation, Instant issuedAt, String letterNumber) {
}
