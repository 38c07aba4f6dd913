package org.guantong.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down when and how a case ended. */
@Component
class CaseEndListener implements ExecutionListener {

	private final ObjectProvider<JdbcClient> jdbc;

	private final Clock clock;

	CaseEndListener(ObjectProvider<JdbcClient> jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void notify(DelegateExecution execution) {
		jdbc.getObject()
			.sql("update process_case set ended_at = ?, outcome = ?, end_event = ? where process = ? and business_key = ?")
			.params(Timestamp.from(clock.instant()), execution.getCurrentActivityName(),
					execution.getCurrentActivityId(), Definitions.key(execution), execution.getProcessBusinessKey())
			.update();
	}

}
