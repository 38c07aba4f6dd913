package org.guantong.intake;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes up workbooks whose node went down, and clears away old ones. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	@Bean
	RecurringTask<Void> intakeRound(IntakeWorker worker, IntakeJobs jobs) {
		return Tasks.recurring("intake-round", FixedDelay.of(PAUSE)).execute((instance, context) -> {
			jobs.tidy();
			worker.wake();
		});
	}

}
