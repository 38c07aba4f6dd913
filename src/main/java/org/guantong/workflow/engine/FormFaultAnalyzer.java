package org.guantong.workflow.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.guantong.workflow.form.BadForm;

/** Says in one line which form holds what cannot be shown, in place of a stack trace. */
class FormFaultAnalyzer extends AbstractFailureAnalyzer<BadForm> {

	@Override
	protected FailureAnalysis analyze(Throwable root, BadForm fault) {
		return new FailureAnalysis(fault.getMessage(), "Correct the form.", fault);
	}

}
