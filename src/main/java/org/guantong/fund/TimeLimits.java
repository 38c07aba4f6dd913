package org.guantong.fund;

/**
 * How many days a round gives for what.
 *
 * @param reminderDays how many days before a date people are reminded, 0 to 30
 * @param amendDays to sign demands off, and to amend one that came back, 1 to 60
 * @param consultationDays a co-funder has to answer on a question or direction, 1 to 90
 * @param reviewDays an expert has to review, 1 to 90
 * @param answerDays an expert has to answer an invitation, 1 to 60
 * @param draftDays the office gives itself for a text, 1 to 90
 * @param officeDays the office gives itself for a decision on its own desk, 1 to 60
 */
public record TimeLimits(int reminderDays, int amendDays, int consultationDays, int reviewDays, int answerDays,
		int draftDays, int officeDays) {

	/** The limits most rounds begin with. */
	public static final TimeLimits STANDARD = new TimeLimits(3, 5, 10, 14, 5, 14, 5);

}
