package org.guantong;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link StartFault} as its two lines, in place of a stack trace. */
class StartFaultAnalyzer extends AbstractFailureAnalyzer<StartFault> {

	@Override
	protected FailureAnalysis analyze(Throwable root, StartFault fault) {
		return new FailureAnalysis(fault.getMessage(), fault.remedy(), fault);
	}

}
