package org.guantong.review;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose interests a subject under review touches.
 *
 * @param organisations legal entities whose people must recuse, those who left them
 * within the recusal years included
 * @param people those whose relatives, co-authors and co-grantees must recuse
 * @param ownWork accounts with a competing piece of work of their own, and which
 * @param recusalYears how many years back employment, grants and papers count, 0 to 20
 */
public record Interests(Set<Long> organisations, List<Party> people, Map<Long, String> ownWork, int recusalYears) {

	/** What most rounds look back. */
	private static final int USUAL_YEARS = 5;

	public Interests {
		organisations = Set.copyOf(organisations);
		people = List.copyOf(people);
		ownWork = Map.copyOf(ownWork);
	}

	/**
	 * Somebody with an interest.
	 *
	 * @param account null when they have none
	 * @param organisationId null when unknown; a name alone is not enough to know
	 * somebody by
	 */
	public record Party(Long account, String name, Long organisationId) {

		boolean is(Long otherAccount, String otherName, Long otherOrganisation) {
			return account != null && account.equals(otherAccount)
					|| organisationId != null && organisationId.equals(otherOrganisation) && name.equals(otherName);
		}

	}

	/** Nobody's but those of the organisations named. */
	static Interests ofOrganisations(Set<Long> organisations) {
		return new Interests(organisations, List.of(), Map.of(), USUAL_YEARS);
	}

	Interests and(Set<Long> moreOrganisations) {
		Set<Long> all = new HashSet<>(organisations);
		all.addAll(moreOrganisations);
		return new Interests(all, people, ownWork, recusalYears);
	}

}
