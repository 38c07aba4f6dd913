package org.guantong.review;

import java.util.List;
import java.util.Locale;

/**
 * Somebody who can sit on a panel, as the office sees them.
 *
 * @param affiliations organisations besides the account's own, those of today
 * @param mostPanels most panels at a time
 * @param load panels they are on now: invited, or accepted and not reviewed yet
 */
public record Expert(long id, String name, long organisationId, String organisation, List<Long> affiliations,
		List<String> codes, List<String> keywords, int mostPanels, int load) {

	/** Whether name, organisation, a code or a keyword holds those words. */
	boolean mentions(String words) {
		return (name + " " + organisation + " " + String.join(" ", codes) + " " + words()).toLowerCase(Locale.ROOT)
			.contains(words);
	}

	/** What experts are matched by. */
	String words() {
		return String.join(" ", keywords);
	}

}
