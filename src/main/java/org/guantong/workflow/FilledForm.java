package org.guantong.workflow;

import java.time.Instant;
import java.util.Map;

import org.guantong.workflow.form.FormSchema;

/**
 * A step that was done, with its form as it was filled in.
 *
 * @param actorName null when the reader may not know who it was
 * @param form null when the reader may not see what was filled in
 */
public record FilledForm(String title, String actorName, String onBehalfOf, Instant happenedAt, FormSchema form,
		Map<String, Object> data) {

	public boolean isDisclosed() {
		return form != null;
	}

}
