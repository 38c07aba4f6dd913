package org.guantong.workflow.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

import org.guantong.workflow.ProcessSteps;

/**
 * The beans that expressions in models may name: the stages' process steps and nothing
 * else. They are looked up when called, because they need the engine that needs this map.
 */
class ProcessBeans extends AbstractMap<Object, Object> {

	private final ConfigurableListableBeanFactory beans;

	private volatile Set<String> names;

	ProcessBeans(ConfigurableListableBeanFactory beans) {
		this.beans = beans;
	}

	/** Asked at each expression, so remembered as soon as no more beans can come. */
	Set<String> names() {
		if (names == null) {
			Set<String> found = Arrays.stream(beans.getBeanNamesForType(ProcessSteps.class, false, false))
				.collect(Collectors.toSet());
			if (!beans.isConfigurationFrozen()) {
				return found;
			}
			names = found;
		}
		return names;
	}

	@Override
	public boolean containsKey(Object name) {
		return names().contains(name);
	}

	@Override
	public Object get(Object name) {
		return containsKey(name) ? beans.getBean((String) name) : null;
	}

	@Override
	public Set<Entry<Object, Object>> entrySet() {
		return names().stream()
			.<Entry<Object, Object>>map((name) -> new SimpleImmutableEntry<Object, Object>(name, get(name)))
			.collect(Collectors.toSet());
	}

}
