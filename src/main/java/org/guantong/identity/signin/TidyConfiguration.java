package org.guantong.identity.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Throws away what no longer lets anybody in and no longer keeps anybody out. */
@Configuration(proxyBeanMethods = false)
class TidyConfiguration {

	@Bean
	RecurringTask<Void> signInTidying(Tokens tokens, SignInLimits limits) {
		return Tasks.recurring("sign-in-tidying", FixedDelay.ofHours(1)).execute((instance, context) -> {
			tokens.tidy();
			limits.tidy();
		});
	}

}
