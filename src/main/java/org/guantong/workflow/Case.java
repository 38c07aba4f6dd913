package org.guantong.workflow;

import java.time.Instant;

import org.guantong.shared.Subject;

/**
 * One process run about one thing.
 *
 * @param endedAt null while it runs
 * @param outcome name of the end event it reached, or why it was given up; null while it
 * runs
 * @param endEvent id of the end event it reached; null while it runs, and when it was
 * given up
 */
public record Case(long id, String process, String instanceId, Subject subject, Instant startedAt, Instant endedAt,
		String outcome, String endEvent) {

	public boolean isRunning() {
		return endedAt == null;
	}

}
