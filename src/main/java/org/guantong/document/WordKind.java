package org.guantong.document;

import java.util.List;
import java.util.Map;

/**
 * A sort of Word document the application makes. A module declares one as a bean; its
 * template then stands on the office's page of templates, to be replaced there.
 *
 * @param key short and lasting, e.g. {@code guide}
 * @param nameKey message that names it
 * @param standard the template that comes with the product, on the class path
 * @param placeholders what a template may name
 * @param sample made-up values for every placeholder, to try a template with
 */
public record WordKind(String key, String nameKey, String standard, List<Placeholder> placeholders,
		Map<String, Object> sample) {

	/**
	 * @param name as it stands between the double braces, e.g. {@code title}; of a list
	 * {@code directions}
	 * @param within name of the list whose entries have it; empty at the top
	 * @param required whether a template without it is refused
	 * @param meaningKey message that says what it stands for
	 */
	public record Placeholder(String name, String within, boolean required, String meaningKey) {
	}

}
