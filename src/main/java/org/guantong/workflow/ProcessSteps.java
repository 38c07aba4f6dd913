package org.guantong.workflow;

/**
 * What one process asks of its stage: the bean a model calls by name in its expressions,
 * and the definition of its human steps. Only beans of this type can be reached from a
 * model.
 */
public interface ProcessSteps {

	/** The process id, which is also the name of its file in {@code bpmn/}. */
	String process();

	/**
	 * Says for each user task of the process what its form is prefilled with and what its
	 * completion does.
	 */
	void define(StepCatalogue steps);

}
