package org.guantong.review.directory;

import java.time.LocalDate;

/**
 * An absence as somebody enters it.
 *
 * @param note at most 200 characters
 */
public record NewAbsence(LocalDate from, LocalDate until, String note) {

	public NewAbsence {
		note = note == null ? "" : note;
	}

}
