package org.guantong.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stage asks for when it has a panel proposed.
 *
 * @param size places, 1 to 15
 * @param quorum share of the places that must have reviewed, in (0, 1]
 * @param answerDays days to answer the invitation, 1 to 90
 * @param reviewDays days to review, 1 to 90
 * @param text title, abstract, keywords of the subject: whatever tells what it is about
 * @param codes application codes of the subject, may be empty
 * @param excludedOrganisations legal entities that have an interest in the subject
 * @param excludedExperts accounts that must not review and why, e.g. named by the PI or
 * co-grantees within the round's recusal years
 */
public record PanelTerms(int size, BigDecimal quorum, int answerDays, int reviewDays, String text, List<String> codes,
		Set<Long> excludedOrganisations, Map<Long, ConflictKind> excludedExperts) {

	public PanelTerms {
		codes = List.copyOf(codes);
		excludedOrganisations = Set.copyOf(excludedOrganisations);
		excludedExperts = Map.copyOf(excludedExperts);
	}

}
