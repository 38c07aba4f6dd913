package org.guantong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.shared.Ref;
import org.guantong.shared.Stale;
import org.guantong.shared.Subject;

/**
 * The stages' way to the engine: start a process about a thing, tell a running one that
 * something happened.
 */
@Component
public class Processes {

	private final RuntimeService runtime;

	private final RepositoryService repository;

	private final JdbcClient jdbc;

	private final Clock clock;

	Processes(RuntimeService runtime, RepositoryService repository, JdbcClient jdbc, Clock clock) {
		this.runtime = runtime;
		this.repository = repository;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Starts the process that begins with that message. A process runs once about one
	 * thing.
	 * @param variables ids and gateway decisions only
	 * @return the id of the case
	 * @throws Stale when the process was started about this subject before
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public long start(String message, Subject subject, Map<String, Object> variables) {
		String process = processStartedBy(message);
		String businessKey = subject.ref().toString();
		long caseId = open(process, businessKey, subject);
		ProcessInstance instance = runtime.createMessageCorrelation(message)
			.processInstanceBusinessKey(businessKey)
			.setVariables(variables)
			.correlateStartMessage();
		jdbc.sql("update process_case set instance_id = ? where id = ?")
			.params(instance.getProcessInstanceId(), caseId)
			.update();
		return caseId;
	}

	/**
	 * Tells the running process about this subject that something happened.
	 * @throws Stale when none is waiting for it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void correlate(String message, Ref subject, Map<String, Object> variables) {
		if (!tell(message, subject, variables)) {
			throw new Stale("workflow.stale.notWaiting");
		}
	}

	/**
	 * As {@link #correlate}, but it is no mistake when nobody waits; answers whether
	 * somebody did.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean tell(String message, Ref subject, Map<String, Object> variables) {
		List<Execution> waiting = runtime.createExecutionQuery()
			.messageEventSubscriptionName(message)
			.processInstanceBusinessKey(subject.toString())
			.list();
		waiting.forEach((execution) -> runtime.messageEventReceived(message, execution.getId(), variables));
		return !waiting.isEmpty();
	}

	/**
	 * Ends the running process about this subject where it stands, because the thing it
	 * is about is given up. Its open tasks are cancelled; what was done stays on record.
	 * @param outcome how the case ended, as models name their ends
	 * @return whether one was running
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean cancel(String process, Ref subject, String outcome) {
		ProcessInstance instance = runtime.createProcessInstanceQuery()
			.processDefinitionKey(process)
			.processInstanceBusinessKey(subject.toString())
			.singleResult();
		if (instance == null) {
			return false;
		}
		runtime.deleteProcessInstance(instance.getId(), outcome);
		jdbc.sql("update process_case set ended_at = ?, outcome = ? where process = ? and business_key = ?")
			.params(Timestamp.from(clock.instant()), outcome, process, subject.toString())
			.update();
		return true;
	}

	private String processStartedBy(String message) {
		ProcessDefinition definition = repository.createProcessDefinitionQuery()
			.messageEventSubscriptionName(message)
			.latestVersion()
			.singleResult();
		if (definition == null) {
			throw new IllegalStateException("no process starts with message " + message);
		}
		return definition.getKey();
	}

	private long open(String process, String businessKey, Subject subject) {
		try {
			return jdbc.sql("""
					insert into process_case (process, business_key, kind, subject_id, code, title, started_at)
					values (?, ?, ?, ?, ?, ?, ?) returning id
					""")
				.params(process, businessKey, subject.kind().slug(), subject.id(), subject.code(), subject.title(),
						Timestamp.from(clock.instant()))
				.query(Long.class)
				.single();
		}
		catch (DuplicateKeyException ex) {
			throw new Stale("workflow.stale.startedBefore");
		}
	}

}
