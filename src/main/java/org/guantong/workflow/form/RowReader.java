package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.guantong.shared.FieldProblem;

/** Reads the rows of a dynamic list. */
final class RowReader {

	private final FormComponent list;

	private final String path;

	private final Map<String, ?> offered;

	private FieldProblem problem;

	RowReader(FormComponent list, String path, Map<String, ?> offered) {
		this.list = list;
		this.path = path;
		this.offered = offered;
	}

	/**
	 * Reads the rows; of a list with fixed rows exactly those that are given, of any
	 * other those that are not wholly empty, up to the most there may be.
	 */
	List<Scope> read(Object input, Object given) {
		List<Scope> rows = new ArrayList<>();
		List<Map<String, Object>> inputs = maps(list.readOnly() ? null : input);
		List<Map<String, Object>> givens = list.hasFixedRows() || list.readOnly() ? maps(given) : List.of();
		int count = (given != null && !givens.isEmpty()) ? givens.size() : inputs.size();
		for (int row = 0; row < count; row++) {
			Map<String, Object> entered = (row < inputs.size()) ? inputs.get(row) : Map.of();
			if (list.hasFixedRows() || list.readOnly() || !isEmpty(list, entered)) {
				Map<String, Object> known = (row < givens.size()) ? givens.get(row) : Map.of();
				rows.add(new Scope(list.children(), FieldPath.row(path, row), entered, known, offered));
			}
			if (rows.size() > list.listing().maxRows()) {
				problem = FieldProblem.of(path, "form.rows.max", list.listing().maxRows());
				return rows.subList(0, list.listing().maxRows());
			}
		}
		return rows;
	}

	Optional<FieldProblem> problem() {
		return Optional.ofNullable(problem);
	}

	/** Whether nobody filled in anything beyond what the form offered. */
	static boolean isEmpty(FormComponent list, Map<String, ?> row) {
		return FormSchema.fields(list.children())
			.stream()
			.filter(FormComponent::takesInput)
			.allMatch((field) -> isUntouched(field, row.get(field.key())));
	}

	private static boolean isUntouched(FormComponent field, Object raw) {
		return Conversion.isBlank(raw) || raw.toString().equals("false")
				|| field.defaultValue() != null && raw.toString().equals(field.defaultValue().toString());
	}

	@SuppressWarnings("unchecked")
	private List<Map<String, Object>> maps(Object rows) {
		if (Conversion.isBlank(rows)) {
			return List.of();
		}
		if (!(rows instanceof List<?> items) || !items.stream().allMatch((item) -> item instanceof Map)) {
			problem = FieldProblem.of(path, "form.type.rows");
			return List.of();
		}
		return (List<Map<String, Object>>) items;
	}

}
