package org.guantong.wording;

import java.time.Instant;

/** A person's word that a text meets a criterion. */
public record Tick(Criterion criterion, String by, Instant at) {
}
