package org.guantong.notification;

import java.time.Duration;
import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * When mails leave. The tasks run in one node at a time; {@code db-scheduler.enabled}
 * switches them off.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class NotificationConfiguration {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final LocalTime DIGEST_TIME = LocalTime.of(8, 0);

	@Bean
	RecurringTask<Void> mailDispatch(MailDispatcher dispatcher) {
		return Tasks.recurring("mail-dispatch", FixedDelay.of(PAUSE))
			.execute((instance, context) -> dispatcher.dispatchDue());
	}

	@Bean
	RecurringTask<Void> mailDigest(DailyDigest digest) {
		return Tasks.recurring("mail-digest", Schedules.daily(LetterArguments.ZONE, DIGEST_TIME))
			.execute((instance, context) -> digest.post());
	}

}
