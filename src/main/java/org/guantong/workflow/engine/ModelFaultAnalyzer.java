package org.guantong.workflow.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one line which model names what that is missing, in place of a stack trace. */
class ModelFaultAnalyzer extends AbstractFailureAnalyzer<ModelFault> {

	@Override
	protected FailureAnalysis analyze(Throwable root, ModelFault fault) {
		return new FailureAnalysis(fault.getMessage(), "Correct the model, or add what it names.", fault);
	}

}
