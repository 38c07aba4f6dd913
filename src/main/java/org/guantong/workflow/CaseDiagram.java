package org.guantong.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

import org.springframework.stereotype.Component;

/** A case's model as a picture, with where it stands and where it has been. */
@Component
public class CaseDiagram {

	private final RepositoryService repository;

	private final HistoryService history;

	CaseDiagram(RepositoryService repository, HistoryService history) {
		this.repository = repository;
		this.history = history;
	}

	/**
	 * Where a case stands.
	 *
	 * @param active ids of the elements it is in now
	 * @param passed ids of those it has left
	 */
	public record Position(Set<String> active, Set<String> passed) {
	}

	/** The BPMN the case runs by, which is the version deployed when it started. */
	public String model(Case found) {
		HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
			.processInstanceId(found.instanceId())
			.singleResult();
		try (InputStream in = repository.getProcessModel(instance.getProcessDefinitionId())) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Position position(Case found) {
		List<HistoricActivityInstance> visits = history.createHistoricActivityInstanceQuery()
			.processInstanceId(found.instanceId())
			.list();
		Set<String> active = visits.stream()
			.filter((visit) -> visit.getEndTime() == null)
			.map(HistoricActivityInstance::getActivityId)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> passed = visits.stream()
			.map(HistoricActivityInstance::getActivityId)
			.filter((id) -> !active.contains(id))
			.collect(Collectors.toCollection(TreeSet::new));
		return new Position(active, passed);
	}

}
