package org.guantong.workflow.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.workflow.Inbox;

/** Looks for tasks that come due or are late and tells those they wait for, once each. */
@Component
public class Reminders {

	private final JdbcClient jdbc;

	private final Inbox inbox;

	private final TaskNotices notices;

	private final Clock clock;

	Reminders(JdbcClient jdbc, Inbox inbox, TaskNotices notices, Clock clock) {
		this.jdbc = jdbc;
		this.inbox = inbox;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * Sends what is due to be sent; answers how many tasks were spoken of. Safe to run on
	 * several nodes at once.
	 */
	@Transactional
	public int send() {
		Timestamp now = Timestamp.from(clock.instant());
		List<String> late = jdbc.sql("""
				update inbox_task set overdue_told = true, remind_at = null where id in (
				  select id from inbox_task where state = 'OPEN' and due_at < ? and not overdue_told
				  for update skip locked) returning id
				""").param(now).query(String.class).list();
		List<String> soon = jdbc.sql("""
				update inbox_task set remind_at = null where id in (
				  select id from inbox_task where state = 'OPEN' and remind_at < ? for update skip locked) returning id
				""").param(now).query(String.class).list();
		late.forEach((id) -> notices.remind("overdue", inbox.byId(id).orElseThrow()));
		soon.forEach((id) -> notices.remind("due-soon", inbox.byId(id).orElseThrow()));
		return late.size() + soon.size();
	}

	@Configuration(proxyBeanMethods = false)
	static class Schedule {

		@Bean
		RecurringTask<Void> taskReminders(Reminders reminders) {
			return Tasks.recurring("task-reminders", FixedDelay.ofMinutes(5))
				.execute((instance, context) -> reminders.send());
		}

	}

}
