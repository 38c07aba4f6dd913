package org.guantong.review.certificate;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That somebody served as a reviewer. It never says of what: who judged what stays
 * undisclosed.
 *
 * @param number e.g. {@code PS2026-00012}
 * @param organisation where they worked on the day it was issued
 * @param until last day that counted, of that year
 * @param reviews how many they handed in
 * @param revokedAt null while it stands
 * @param revokedReason null while it stands
 */
public record Certificate(long id, String number, long expertId, String name, String organisation, int year,
		LocalDate until, int reviews, Instant issuedAt, Instant revokedAt, String revokedReason) {

	public boolean isStanding() {
		return revokedAt == null;
	}

}
