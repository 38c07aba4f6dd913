package org.guantong.workflow;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.workflow.inbox.TaskNotices;

/** Reminders that somebody asks for, besides those that go out by themselves. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ManualReminders {

	private final TaskNotices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	ManualReminders(TaskNotices notices, JdbcClient jdbc, Clock clock) {
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Whether those the task waits for were reminded by hand today. */
	@Transactional(propagation = Propagation.SUPPORTS)
	public boolean isReminded(String taskId) {
		return jdbc.sql("select coalesce(nudged_on = ?, false) from inbox_task where id = ?")
			.params(LocalDate.now(clock), taskId)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Mails those an open task waits for.
	 * @return whether they were; not a second time on one day
	 */
	public boolean remind(InboxItem task) {
		LocalDate today = LocalDate.now(clock);
		int marked = jdbc.sql("""
				update inbox_task set nudged_on = ? where id = ? and state = 'OPEN'
				  and (nudged_on is null or nudged_on <> ?)
				""").params(today, task.id(), today).update();
		if (marked == 1) {
			notices.remind(task.isOverdue(clock.instant()) ? "overdue" : "due-soon", task);
		}
		return marked == 1;
	}

}
