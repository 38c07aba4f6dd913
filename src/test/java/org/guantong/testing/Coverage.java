package org.guantong.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Which elements of a model the cases of this test run have passed. */
public class Coverage {

	private final RepositoryService repository;

	private final HistoryService history;

	public Coverage(RepositoryService repository, HistoryService history) {
		this.repository = repository;
		this.history = history;
	}

	/**
	 * Prints the share of flow nodes of the model that were visited, and fails when one
	 * never was.
	 */
	public void assertEveryNodeVisited(String process) {
		ProcessDefinition definition = repository.createProcessDefinitionQuery()
			.processDefinitionKey(process)
			.latestVersion()
			.singleResult();
		Set<String> nodes = repository.getBpmnModelInstance(definition.getId())
			.getModelElementsByType(FlowNode.class)
			.stream()
			.map(FlowNode::getId)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> visited = history.createHistoricActivityInstanceQuery()
			.processDefinitionId(definition.getId())
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.collect(Collectors.toSet());
		Set<String> missed = new TreeSet<>(nodes);
		missed.removeAll(visited);
		System.out.printf("Model %s: %d of %d flow nodes passed (%.0f %%)%n", process, nodes.size() - missed.size(),
				nodes.size(), 100.0 * (nodes.size() - missed.size()) / nodes.size());
		assertThat(missed).as("flow nodes of %s that no test passed", process).isEmpty();
	}

	/** The ids of the flow nodes one case has passed or stands at. */
	public Set<String> visitedBy(String instanceId) {
		return history.createHistoricActivityInstanceQuery()
			.processInstanceId(instanceId)
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityId)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
