package org.guantong.workflow;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.shared.NotFound;

/** Automatic steps that failed for good, and a way to try them again. For the office. */
@Component
public class Monitor {

	private final RuntimeService runtime;

	private final ManagementService management;

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Monitor(RuntimeService runtime, ManagementService management, JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.runtime = runtime;
		this.management = management;
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** One automatic step that has used up its tries. */
	public record Failure(String id, Case found, String activity, String message, Instant since) {
	}

	@PreAuthorize("#actor.isOffice()")
	public List<Failure> failures(Person actor) {
		return runtime.createIncidentQuery()
			.orderByIncidentTimestamp()
			.desc()
			.list()
			.stream()
			.map((incident) -> new Failure(incident.getId(), caseOf(incident), incident.getActivityId(),
					incident.getIncidentMessage(), incident.getIncidentTimestamp().toInstant()))
			.toList();
	}

	/** Gives the failed step one more try, now. */
	@Transactional
	@PreAuthorize("#actor.isOffice()")
	public void retry(Person actor, String failureId) {
		Incident incident = runtime.createIncidentQuery().incidentId(failureId).singleResult();
		if (incident == null) {
			throw new NotFound("failure", failureId);
		}
		management.setJobRetries(incident.getConfiguration(), 1);
		management.setJobDuedate(incident.getConfiguration(), Date.from(clock.instant()));
		audit.record(actor, "job.retried", caseOf(incident).subject().ref(), incident.getActivityId());
	}

	private Case caseOf(Incident incident) {
		return jdbc.sql("select * from process_case where instance_id = ?")
			.param(incident.getProcessInstanceId())
			.query(Cases::read)
			.single();
	}

}
