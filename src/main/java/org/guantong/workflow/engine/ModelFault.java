package org.guantong.workflow.engine;

import java.util.List;

/** A model names something that is not there. */
class ModelFault extends RuntimeException {

	ModelFault(List<String> faults) {
		super(String.join("; ", faults));
	}

}
