package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.MultiValueMap;

/**
 * Reads the parameters of an HTML form, named {@code key} or {@code list[0].key}, into
 * the shape of the form's JSON input.
 */
public final class FormInput {

	/** Name of the buttons that add or remove a row. */
	public static final String ROW = "_row";

	private static final Pattern COMMAND = Pattern.compile("add:(\\w+)|remove:(\\w+):(\\d{1,4})");

	private final MultiValueMap<String, String> params;

	private final boolean keepEmptyRows;

	private FormInput(MultiValueMap<String, String> params) {
		this.params = params;
		this.keepEmptyRows = rowCommand(params).isPresent();
	}

	/**
	 * Everything the form's fields hold, cleared ones as empty. Rows stay in order;
	 * wholly empty ones are dropped, unless a row command asks for the same page again.
	 */
	public static Map<String, Object> read(FormSchema schema, MultiValueMap<String, String> params) {
		return new FormInput(params).read(schema.fields(), "");
	}

	/**
	 * What a page shows again: the prefilled data with what was typed laid over it. In
	 * lists with fixed rows each row keeps its read-only fields.
	 */
	public static Map<String, Object> overlay(FormSchema schema, Map<String, ?> prefilled, Map<String, ?> typed) {
		Map<String, Object> all = new LinkedHashMap<>(prefilled);
		for (FormComponent field : schema.fields()) {
			if (field.takesInput() && typed.containsKey(field.key())) {
				Object value = typed.get(field.key());
				all.put(field.key(), field.hasFixedRows() ? overlay(prefilled.get(field.key()), value) : value);
			}
		}
		return all;
	}

	private static Object overlay(Object prefilled, Object typed) {
		if (!(prefilled instanceof List<?> given) || given.isEmpty() || !(typed instanceof List<?> rows)) {
			return typed;
		}
		List<Map<Object, Object>> all = new ArrayList<>();
		for (int row = 0; row < given.size(); row++) {
			Map<Object, Object> values = new LinkedHashMap<>();
			if (given.get(row) instanceof Map<?, ?> known) {
				values.putAll(known);
			}
			if (row < rows.size() && rows.get(row) instanceof Map<?, ?> entered) {
				values.putAll(entered);
			}
			all.add(values);
		}
		return all;
	}

	/** The wish to add or remove a row, if one of those buttons was pressed. */
	public static Optional<RowCommand> rowCommand(MultiValueMap<String, String> params) {
		String value = params.getFirst(ROW);
		Matcher matcher = COMMAND.matcher((value != null) ? value : "");
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.of((matcher.group(1) != null) ? new RowCommand(matcher.group(1), -1)
				: new RowCommand(matcher.group(2), Integer.parseInt(matcher.group(3))));
	}

	private Map<String, Object> read(List<FormComponent> fields, String prefix) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (FormComponent field : fields) {
			if (field.takesInput()) {
				values.put(field.key(), field.isList() ? rows(field) : value(field, prefix + field.key()));
			}
		}
		return values;
	}

	private Object value(FormComponent field, String name) {
		List<String> sent = params.getOrDefault(name, List.of());
		if (field.type().isMultipleChoice()) {
			return sent.stream().filter((value) -> !value.isBlank()).toList();
		}
		String last = sent.isEmpty() ? "" : sent.get(sent.size() - 1);
		return (field.type() == ComponentType.CHECKBOX) ? (Object) last.equals("true") : last;
	}

	private List<Map<String, Object>> rows(FormComponent list) {
		TreeMap<Integer, Map<String, Object>> rows = new TreeMap<>();
		List<FormComponent> fields = FormSchema.fields(list.children());
		for (int row : rowNumbers(list.key())) {
			rows.put(row, read(fields, FieldPath.row(list.key(), row)));
		}
		if (list.hasFixedRows()) {
			return upToLast(rows);
		}
		return rows.values().stream().filter((row) -> keepEmptyRows || !RowReader.isEmpty(list, row)).toList();
	}

	private List<Integer> rowNumbers(String list) {
		Pattern name = Pattern.compile(Pattern.quote(list) + "\\[(\\d{1,3})]\\..+");
		return params.keySet()
			.stream()
			.map(name::matcher)
			.filter(Matcher::matches)
			.map((matcher) -> Integer.valueOf(matcher.group(1)))
			.distinct()
			.toList();
	}

	/** Rows by their number, so that each stays with the row it was shown in. */
	private static List<Map<String, Object>> upToLast(TreeMap<Integer, Map<String, Object>> rows) {
		List<Map<String, Object>> all = new ArrayList<>();
		for (int row = 0; !rows.isEmpty() && row <= rows.lastKey(); row++) {
			all.add(rows.getOrDefault(row, Map.of()));
		}
		return all;
	}

}
