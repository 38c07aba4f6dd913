package org.guantong.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.guantong.identity.Person;
import org.guantong.shared.Ref;

/** One act on its way into the record, without its position yet. */
record Act(Instant happenedAt, Long actorId, String actorName, String action, Ref subject, String detail) {

	/** PostgreSQL keeps microseconds; what is hashed must be what is kept. */
	static Act of(Instant now, Person actor, String action, Ref subject, String detail) {
		return new Act(now.truncatedTo(ChronoUnit.MICROS), actor == null ? null : actor.id(),
				actor == null ? null : actor.name(), action, subject, detail == null ? "" : detail);
	}

	AuditEntry at(long position) {
		return new AuditEntry(position, happenedAt, actorId, actorName, action, subject, detail);
	}

}
