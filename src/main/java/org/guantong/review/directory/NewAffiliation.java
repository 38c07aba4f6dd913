package org.guantong.review.directory;

import java.time.LocalDate;

/**
 * An affiliation as somebody enters it.
 *
 * @param from null when unknown
 * @param until null while it lasts
 */
public record NewAffiliation(Long organisationId, LocalDate from, LocalDate until) {
}
