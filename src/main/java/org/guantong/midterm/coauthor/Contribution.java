package org.guantong.midterm.coauthor;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One co-author's part of a report.
 *
 * @param asked what the PI asked for
 * @param text empty until something was written
 * @param submittedAt null until it was handed in, and again when the PI asks anew
 * @param open whether it can still be written: the report is not handed in yet
 */
public record Contribution(long id, int version, long checkId, String projectCode, String projectTitle, long authorId,
		String author, String organisation, String asked, LocalDate dueOn, String text, Instant submittedAt,
		boolean open) {

	public boolean isSubmitted() {
		return submittedAt != null;
	}

}
