package org.guantong.workflow.engine;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ListableBeanFactory;

import org.guantong.workflow.ProcessSteps;

/**
 * The beans that expressions in models may name: the stages' process steps and nothing
 * else. They are looked up when called, because they need the engine that needs this map.
 */
class ProcessBeans extends AbstractMap<Object, Object> {

	private final ListableBeanFactory beans;

	ProcessBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	Set<String> names() {
		return Arrays.stream(beans.getBeanNamesForType(ProcessSteps.class, false, false)).collect(Collectors.toSet());
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
