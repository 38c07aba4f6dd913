package org.guantong.question;

import java.time.Instant;

/**
 * One wording of a question that co-funders were asked about, kept as it was.
 *
 * @param number counts a question's wordings, from 1
 * @param wordedByName null for what was worded before wordings were kept
 */
public record QuestionText(int number, String title, String statement, String wordedByName, Instant wordedAt) {
}
