package org.guantong.workflow.form;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a field is: {@code title}, or {@code indicators[2].target} in the third row of a
 * list.
 *
 * @param list the list's key, or null at top level
 * @param row the row, from 0; -1 at top level
 * @param key the field's key
 */
record FieldPath(String list, int row, String key) {

	private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,6})]\\.(\\w+)");

	static FieldPath parse(String path) {
		Matcher matcher = IN_ROW.matcher(path);
		return matcher.matches() ? new FieldPath(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3))
				: new FieldPath(null, -1, path);
	}

	/** What the paths of a list's row begin with. */
	static String row(String list, int row) {
		return list + "[" + row + "].";
	}

	Optional<String> label(FormSchema schema, Locale locale) {
		if (list == null) {
			return named(schema.fields(), key).map((field) -> field.label().in(locale));
		}
		return named(schema.fields(), list).flatMap((owner) -> named(FormSchema.fields(owner.children()), key)
			.map((field) -> owner.label().in(locale) + " " + (row + 1) + " · " + field.label().in(locale)));
	}

	private static Optional<FormComponent> named(List<FormComponent> fields, String key) {
		return fields.stream().filter((field) -> field.key().equals(key)).findFirst();
	}

}
