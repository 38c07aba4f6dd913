package org.guantong.workflow;

import java.util.Map;

import org.guantong.identity.Person;
import org.guantong.shared.Subject;

/**
 * One open task as a stage sees it.
 *
 * @param caseId the case it belongs to
 * @param subject what the case is about
 * @param variables the ids and decisions the process holds, those local to the task
 * included
 * @param actor who is looking or acting; null while the task is being created
 */
public record TaskContext(String taskId, long caseId, String step, Subject subject, Map<String, Object> variables,
		Person actor) {

	/** An id held by the process, e.g. {@code coFunderId}. */
	public long id(String variable) {
		Object value = variables.get(variable);
		if (value == null) {
			throw new IllegalStateException("step " + step + " needs the process variable " + variable);
		}
		return ((Number) value).longValue();
	}

}
