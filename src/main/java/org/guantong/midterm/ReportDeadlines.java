package org.guantong.midterm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.audit.AuditTrail;
import org.guantong.identity.Person;
import org.guantong.midterm.process.MidtermProcess;
import org.guantong.shared.Stale;
import org.guantong.workflow.Deadlines;

/** Until when PIs report. Who may move a date is for the callers to ask. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReportDeadlines {

	private final MidtermChecks checks;

	private final Deadlines deadlines;

	private final AuditTrail audit;

	private final Clock clock;

	ReportDeadlines(MidtermChecks checks, Deadlines deadlines, AuditTrail audit, Clock clock) {
		this.checks = checks;
		this.deadlines = deadlines;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Gives a report more time: task, reminders and the timer at it move along, and the
	 * PI is told.
	 * @throws Stale when the report is in, or the date is no later
	 */
	public void postpone(Person actor, long id, LocalDate dueOn, String reason) {
		MidtermCheck check = checks.require(id);
		Instant due = dueOn.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1);
		if (check.state() != MidtermState.REPORTING || !due.isAfter(check.reportDue())) {
			throw new Stale("midterm.stale.reported");
		}
		checks.save(check.dueOn(dueOn, due));
		deadlines.postpone(MidtermProcess.ID, Set.of("reportProgress"), check.ref()::equals,
				Duration.between(check.reportDue(), due));
		audit.record(actor, "midterm.postponed", check.ref(), check.dueOn() + " → " + dueOn + ": " + reason);
	}

}
