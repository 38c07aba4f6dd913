package org.guantong.review.directory;

import java.time.LocalDate;

/**
 * An organisation an expert belongs to, or belonged to.
 *
 * @param from first day; null when unknown
 * @param until last day; null while it lasts
 * @param employer whether it is, or was, the organisation of the account
 */
public record Affiliation(long id, long expertId, long organisationId, String organisation, LocalDate from,
		LocalDate until, boolean employer) {

	/** Whether it lasted on that day or later. */
	public boolean since(LocalDate day) {
		return until == null || !until.isBefore(day);
	}

}
