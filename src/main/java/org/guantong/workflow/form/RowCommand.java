package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A wish to add or remove a row, made by a button of the form so that no script is
 * needed.
 *
 * @param list the list's key
 * @param remove the row to remove, from 0; -1 to add one
 */
public record RowCommand(String list, int remove) {

	/**
	 * The input with the row added at the end or taken out; unchanged where the form has
	 * no such list, row, or room.
	 */
	public Map<String, Object> applyTo(FormSchema schema, Map<String, Object> input) {
		Map<String, Object> changed = new LinkedHashMap<>(input);
		schema.fields()
			.stream()
			.filter((field) -> field.isList() && field.takesInput() && !field.hasFixedRows())
			.filter((field) -> field.key().equals(list))
			.forEach((field) -> changed.put(list, rows(field, input.get(list))));
		return changed;
	}

	private List<Object> rows(FormComponent field, Object present) {
		List<Object> rows = new ArrayList<>((present instanceof List<?> list) ? list : List.of());
		if (remove < 0 && rows.size() < field.listing().maxRows()) {
			rows.add(Map.of());
		}
		if (remove >= 0 && remove < rows.size()) {
			rows.remove(remove);
		}
		return rows;
	}

}
