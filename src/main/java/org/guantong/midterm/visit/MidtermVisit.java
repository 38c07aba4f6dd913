package org.guantong.midterm.visit;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody goes to the host institution and looks.
 *
 * @param members who else goes; empty for all but the office, since it may name reviewers
 * @param coFunder the co-funder that takes part; null when none does
 * @param visitedOn null before the visit was recorded
 * @param findings null before, and for all but the office and auditors until the check is
 * decided
 */
public record MidtermVisit(long id, LocalDate plannedOn, String place, String leader, String members, String coFunder,
		LocalDate visitedOn, String findings, Instant recordedAt) {

	public boolean isRecorded() {
		return recordedAt != null;
	}

	/** What those it visits may read before a decision is out. */
	MidtermVisit outside(boolean decided) {
		return new MidtermVisit(id, plannedOn, place, leader, "", coFunder, visitedOn, decided ? findings : null,
				recordedAt);
	}

}
