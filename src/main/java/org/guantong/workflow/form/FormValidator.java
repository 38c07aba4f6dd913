package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;

/**
 * Checks input against a form and keeps what the form declares. Takes JSON (numbers,
 * booleans, lists) as well as the texts of an HTML form, and gives the same data for
 * both.
 */
public final class FormValidator {

	private FormValidator() {
	}

	/**
	 * The data of an input to a form that was shown without prefilled data.
	 * @throws InvalidInput when a field breaks a rule, naming every such field
	 */
	public static FormData validate(FormSchema schema, Map<String, Object> input) {
		return validate(schema, input, Map.of());
	}

	/**
	 * The data of an input.
	 * @param prefilled what the form was shown with: the only source of read-only fields,
	 * of the options of a {@code valuesKey} and of names in conditions that are no fields
	 * @throws InvalidInput when a field breaks a rule, naming every such field
	 */
	public static FormData validate(FormSchema schema, Map<String, Object> input, Map<String, ?> prefilled) {
		Scope scope = new Scope(schema.components(), "", input, prefilled, prefilled);
		scope.settle(new HashMap<>(prefilled));
		List<FieldProblem> problems = new ArrayList<>();
		scope.check(problems);
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
		return new FormData(scope.values());
	}

}
