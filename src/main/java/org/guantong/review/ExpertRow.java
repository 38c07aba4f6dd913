package org.guantong.review;

/**
 * An expert in the directory.
 *
 * @param away whether they are away today
 */
public record ExpertRow(Expert expert, ServiceRecord service, boolean away) {
}
