package org.guantong.workflow.inbox;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.workflow.ReminderLead;
import org.guantong.workflow.Step;
import org.guantong.workflow.TaskContext;

/** When a task is due and when those concerned are reminded, as the inbox keeps it. */
@Component
public class TaskTimes {

	private static final Duration USUAL_LEAD = Duration.ofDays(3);

	private final ObjectProvider<ReminderLead> leads;

	private final JdbcClient jdbc;

	private final Clock clock;

	TaskTimes(ObjectProvider<ReminderLead> leads, JdbcClient jdbc, Clock clock) {
		this.leads = leads;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** When to remind of a task that is due then; null when it never is. */
	public Instant reminder(Step step, TaskContext context, Instant due) {
		return due == null ? null : due.minus(lead(step, context));
	}

	/**
	 * Another date for a task: reminders and the word that it is late begin anew. Nobody
	 * is reminded at once of a date that was only just told.
	 */
	public void moved(String taskId, Step step, TaskContext context, Instant due) {
		Instant reminder = reminder(step, context, due);
		jdbc.sql("""
				update inbox_task set due_at = :due, remind_at = :remind,
				       overdue_told = overdue_told and :due < :now
				where id = :id and due_at is distinct from :due
				""")
			.param("due", timestamp(due), Types.TIMESTAMP)
			.param("remind", timestamp(future(reminder)), Types.TIMESTAMP)
			.param("now", Timestamp.from(clock.instant()))
			.param("id", taskId)
			.update();
	}

	/** Another lead for a task of which nobody was reminded yet; its date stays. */
	public void leadChanged(String taskId, Step step, TaskContext context, Instant due) {
		jdbc.sql("update inbox_task set remind_at = :remind where id = :id and remind_at is not null")
			.param("remind", timestamp(future(reminder(step, context, due))), Types.TIMESTAMP)
			.param("id", taskId)
			.update();
	}

	private Duration lead(Step step, TaskContext context) {
		return step.reminder(context)
			.orElseGet(() -> leads.orderedStream()
				.flatMap((one) -> one.of(context.subject().ref()).stream())
				.findFirst()
				.orElse(USUAL_LEAD));
	}

	private Instant future(Instant moment) {
		return moment != null && moment.isAfter(clock.instant()) ? moment : null;
	}

	private static Timestamp timestamp(Instant moment) {
		return Objects.isNull(moment) ? null : Timestamp.from(moment);
	}

}
