package org.guantong.review.directory;

/**
 * A tie as somebody enters it: with an account, or with a name at an organisation, or
 * with an organisation.
 *
 * @param otherUsername empty when the other person has no account
 * @param otherName at most 50 characters
 * @param year 1950 to 2100; needed for grants and papers
 * @param title at most 200 characters
 */
public record NewTie(TieKind kind, String otherUsername, String otherName, Long organisationId, Integer year,
		String title) {

	public NewTie {
		otherUsername = otherUsername == null ? "" : otherUsername;
		otherName = otherName == null ? "" : otherName;
		title = title == null ? "" : title;
	}

}
