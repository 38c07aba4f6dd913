package org.guantong.linkage;

/**
 * Counts of one field.
 *
 * @param demands those that left their author
 * @param directions published ones
 * @param directionsOf2021 what the regional fund published in 2021; null for a field it
 * did not have
 */
public record FieldFigures(String name, String nameEn, long demands, long questions, long directions, long projects,
		Integer directionsOf2021) {
}
