package org.guantong.workflow;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every human step of every process. */
@Component
public class StepCatalogue {

	private final ObjectProvider<ProcessSteps> stages;

	private final Map<String, Map<String, Step>> steps = new LinkedHashMap<>();

	private String defining;

	StepCatalogue(ObjectProvider<ProcessSteps> stages) {
		this.stages = stages;
	}

	/** Begins the definition of a step of the process being defined. */
	public Step step(String id) {
		Step step = new Step(defining, id);
		if (steps.get(defining).put(id, step) != null) {
			throw new IllegalStateException("step " + defining + "/" + id + " is defined twice");
		}
		return step;
	}

	/** The step of that process; fails when no stage defined it. */
	public Step require(String process, String id) {
		Step step = of(process).get(id);
		if (step == null) {
			throw new IllegalStateException("no stage defines step " + process + "/" + id);
		}
		return step;
	}

	/** Ids of the steps defined for a process. */
	public Set<String> idsOf(String process) {
		return of(process).keySet();
	}

	/**
	 * The confidential steps, each as {@code process/step}; never empty, so that it can
	 * stand in a query.
	 */
	public Set<String> confidential() {
		collect();
		Set<String> keys = new LinkedHashSet<>(Set.of(""));
		steps.values()
			.forEach((ofProcess) -> ofProcess.values()
				.stream()
				.filter(Step::isConfidential)
				.forEach((step) -> keys.add(step.process() + "/" + step.id())));
		return keys;
	}

	public List<String> processes() {
		collect();
		return List.copyOf(steps.keySet());
	}

	private Map<String, Step> of(String process) {
		collect();
		return steps.getOrDefault(process, Map.of());
	}

	// Collected at first use, because the stages themselves need the engine, and the
	// engine's listeners need this.
	private synchronized void collect() {
		if (!steps.isEmpty()) {
			return;
		}
		stages.orderedStream().forEach((stage) -> {
			defining = stage.process();
			steps.computeIfAbsent(defining, (process) -> new LinkedHashMap<>());
			stage.define(this);
		});
	}

}
