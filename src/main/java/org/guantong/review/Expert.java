package org.guantong.review;

import java.util.List;

/**
 * Somebody who can sit on a panel, as the office sees them.
 *
 * @param affiliations organisations besides the account's own
 * @param mostPanels most panels at a time
 * @param load panels they are on now: invited, or accepted and not reviewed yet
 */
public record Expert(long id, String name, long organisationId, String organisation, List<Long> affiliations,
		List<String> codes, List<String> keywords, int mostPanels, int load) {

	boolean belongsTo(java.util.Collection<Long> organisations) {
		return organisations.contains(organisationId) || affiliations.stream().anyMatch(organisations::contains);
	}

	/** What experts are matched by. */
	String words() {
		return String.join(" ", keywords);
	}

}
