package org.guantong.review.directory;

/**
 * What binds an expert to another person or to an organisation, as seen from the expert.
 *
 * @param id null when it was not entered but found in the system's own grants
 * @param otherId the other person's account; null when they have none
 * @param otherName empty when an organisation alone is meant
 * @param organisationId the other person's organisation, or the one that is meant; null
 * when only the account is known
 * @param year of the grant's end or of the paper; null for ties that do not fade
 * @param declared by the expert; else entered by the office or found
 */
public record Tie(Long id, long expertId, TieKind kind, Long otherId, String otherName, Long organisationId,
		String organisation, Integer year, String title, boolean declared) {

	/** Whether it still counts when what ended before that year does not. */
	public boolean since(int firstYear) {
		return year == null || year >= firstYear;
	}

	/** What it is, in data rather than in words: year, title, with whom. */
	public String evidence() {
		StringBuilder evidence = new StringBuilder();
		if (year != null) {
			evidence.append(year).append(' ');
		}
		if (!title.isEmpty()) {
			evidence.append('《').append(title).append("》 ");
		}
		evidence.append(otherName);
		if (organisation != null) {
			evidence.append(otherName.isEmpty() ? organisation : "（" + organisation + "）");
		}
		return evidence.toString().strip();
	}

}
