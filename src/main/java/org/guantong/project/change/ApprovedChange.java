package org.guantong.project.change;

import java.time.Instant;

/** A change that took effect: what was, and what became of it, in names and dates. */
public record ApprovedChange(long id, ChangeKind kind, Instant approvedAt, String was, String became) {

}
