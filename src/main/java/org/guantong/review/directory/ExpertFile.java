package org.guantong.review.directory;

import java.util.List;

/**
 * What is known of one expert.
 *
 * @param affiliations those that last first
 * @param absences present and to come, the next first
 * @param ties the latest first
 */
public record ExpertFile(List<Affiliation> affiliations, List<Absence> absences, List<Tie> ties) {
}
