package org.guantong.identity;

import java.time.LocalDate;

/**
 * Somebody stands in for somebody absent.
 *
 * @param from first day, in Beijing time
 * @param until last day
 */
public record Substitution(long id, Person absent, Person substitute, LocalDate from, LocalDate until) {
}
