package org.guantong.project.change;

/**
 * What changes of projects go by. Days are working days.
 *
 * @param longestExtension months a project can be extended by at once
 */
public record ChangeSettings(int endorseDays, int acceptDays, int decideDays, int amendDays, int longestExtension) {

}
