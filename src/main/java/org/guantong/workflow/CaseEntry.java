package org.guantong.workflow;

import java.time.Instant;

/**
 * One decision in a case: which step, by whom, when, and what was filled in.
 *
 * @param actorName null when the reader may not know who it was
 * @param onBehalfOf whom the actor stood in for, null for nobody
 * @param data what was filled in, as JSON; null when the reader may not know it
 */
public record CaseEntry(long id, String process, String step, String title, String actorName, String onBehalfOf,
		Instant happenedAt, String data) {

	public boolean isDisclosed() {
		return data != null;
	}

}
