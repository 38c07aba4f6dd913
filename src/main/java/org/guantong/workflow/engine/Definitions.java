package org.guantong.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads a process id out of what the engine hands to listeners. */
final class Definitions {

	private Definitions() {
	}

	/**
	 * The process id. A definition's id is {@code key:version:uuid}; reading it off
	 * spares a query per event.
	 */
	static String key(DelegateExecution execution) {
		return key(execution.getProcessDefinitionId());
	}

	static String key(String definitionId) {
		return definitionId.substring(0, definitionId.indexOf(':'));
	}

}
