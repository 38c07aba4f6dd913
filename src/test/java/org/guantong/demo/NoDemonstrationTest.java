package org.guantong.demo;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class NoDemonstrationTest {

	@ParameterizedTest
	@ValueSource(strings = { "prod", "test" })
	void nothingOfTheDemonstrationExistsInOtherProfiles(String profile) {
		assertThat(componentsIn(profile)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "demo" })
	void itIsThereByDefaultAndOnDemand(String profile) {
		assertThat(componentsIn(profile)).contains("demonstration", "demoSuggestions", "stillPreparing");
	}

	private static List<String> componentsIn(String profile) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.setActiveProfiles(profile);
		SimpleBeanDefinitionRegistry registry = new SimpleBeanDefinitionRegistry();
		ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(registry, true, environment);
		scanner.setIncludeAnnotationConfig(false);
		scanner.scan("org.guantong.demo");
		return Arrays.asList(registry.getBeanDefinitionNames());
	}

}
