package org.guantong.workflow.form;

import java.util.List;
import java.util.Map;

/**
 * What can be chosen in a field, written in the form or given with the prefilled data.
 */
final class Options {

	private Options() {
	}

	static List<Option> of(FormComponent component, Map<String, ?> data) {
		if (component.valuesKey() == null) {
			return component.options();
		}
		if (!(data.get(component.valuesKey()) instanceof List<?> given)) {
			return List.of();
		}
		return given.stream().map(Options::option).toList();
	}

	private static Option option(Object given) {
		if (given instanceof Option option) {
			return option;
		}
		if (given instanceof Map<?, ?> entry) {
			String value = String.valueOf(entry.get("value"));
			Object label = entry.get("label");
			Object english = entry.get("label_en");
			return new Option(value, new Bilingual((label != null) ? label.toString() : value,
					(english != null) ? english.toString() : null));
		}
		return new Option(String.valueOf(given), new Bilingual(String.valueOf(given), null));
	}

}
