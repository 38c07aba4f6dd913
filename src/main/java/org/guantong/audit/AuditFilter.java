package org.guantong.audit;

import java.time.LocalDate;

import org.guantong.shared.Kind;

/**
 * Which entries to show; what is null or empty does not matter.
 *
 * @param actor part of the name of who acted
 * @param from first day, in Beijing time
 * @param until last day, in Beijing time
 */
public record AuditFilter(Kind kind, Long subjectId, String actor, LocalDate from, LocalDate until) {
}
