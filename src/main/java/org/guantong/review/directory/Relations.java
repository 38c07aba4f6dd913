package org.guantong.review.directory;

import java.util.List;
import java.util.Map;

/** What is known of several experts, read at once. */
public record Relations(Map<Long, List<Affiliation>> affiliations, Map<Long, List<Tie>> ties,
		Map<Long, List<Absence>> absences) {

	public List<Affiliation> affiliationsOf(long expert) {
		return affiliations.getOrDefault(expert, List.of());
	}

	public List<Tie> tiesOf(long expert) {
		return ties.getOrDefault(expert, List.of());
	}

	public List<Absence> absencesOf(long expert) {
		return absences.getOrDefault(expert, List.of());
	}

}
