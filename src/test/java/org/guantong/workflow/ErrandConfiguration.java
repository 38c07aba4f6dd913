package org.guantong.workflow;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Adds the toy process {@code errand} to the application under test: its steps, and its
 * texts beside the main ones.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ErrandConfiguration {

	@Bean
	ErrandSteps errandSteps(JdbcClient jdbc) {
		return new ErrandSteps(jdbc);
	}

	@Bean
	static BeanPostProcessor errandTexts() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof AbstractResourceBasedMessageSource messages) {
					messages.addBasenames("messages/errand");
				}
				return bean;
			}
		};
	}

}
