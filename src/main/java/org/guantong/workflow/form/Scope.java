package org.guantong.workflow.form;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.guantong.shared.FieldProblem;

/**
 * The fields of a form, or of one row of a list, with what was entered into them. First
 * everything is read, then it is settled what is hidden, then what remains is checked.
 */
final class Scope {

	/** Conditions that depend on each other settle within a few rounds, or never. */
	private static final int ROUNDS = 10;

	private final List<FormComponent> components;

	private final List<FormComponent> fields;

	private final String prefix;

	private final Map<String, Object> entered = new LinkedHashMap<>();

	private final Map<String, FieldProblem> failures = new HashMap<>();

	private final Map<String, List<Scope>> rows = new HashMap<>();

	private Set<String> hidden = Set.of();

	private Map<String, Object> settled = Map.of();

	/**
	 * Reads the input.
	 * @param prefix what the paths of these fields begin with
	 * @param given prefilled data: the values of read-only fields
	 * @param offered prefilled data that names what can be chosen
	 */
	Scope(List<FormComponent> components, String prefix, Map<String, ?> input, Map<String, ?> given,
			Map<String, ?> offered) {
		this.components = components;
		this.fields = FormSchema.fields(components);
		this.prefix = prefix;
		for (FormComponent field : fields) {
			if (field.isList()) {
				readRows(field, input, given, offered);
			}
			else if (field.type().isInput()) {
				Object raw = field.readOnly() ? given.get(field.key()) : input.get(field.key());
				read(field, raw, Options.of(field, offered));
			}
		}
	}

	private void read(FormComponent field, Object raw, List<Option> options) {
		Conversion conversion = Conversion.of(field, prefix + field.key(), raw, options);
		if (conversion.value() != null) {
			entered.put(field.key(), conversion.value());
		}
		if (conversion.problem() != null && !field.readOnly()) {
			failures.put(field.key(), conversion.problem());
		}
	}

	private void readRows(FormComponent list, Map<String, ?> input, Map<String, ?> given, Map<String, ?> offered) {
		RowReader reader = new RowReader(list, prefix + list.key(), offered);
		rows.put(list.key(), reader.read(input.get(list.key()), given.get(list.key())));
		reader.problem().ifPresent((problem) -> failures.put(list.key(), problem));
	}

	/** Decides what is hidden and computes expressions, given the data around. */
	void settle(Map<String, Object> around) {
		for (int round = 0; round < ROUNDS; round++) {
			settled = visibleValues(around);
			Map<String, Object> context = new HashMap<>(around);
			fields.forEach((field) -> context.remove(field.key()));
			context.putAll(settled);
			Set<String> nowHidden = new HashSet<>();
			addHidden(components, context, false, nowHidden);
			if (nowHidden.equals(hidden)) {
				return;
			}
			hidden = nowHidden;
		}
	}

	private Map<String, Object> visibleValues(Map<String, Object> around) {
		Map<String, Object> values = new LinkedHashMap<>(entered);
		values.keySet().removeAll(hidden);
		Map<String, Object> context = new HashMap<>(around);
		fields.forEach((field) -> context.remove(field.key()));
		context.putAll(values);
		for (FormComponent field : fields) {
			if (!hidden.contains(field.key())) {
				compute(field, context, values);
			}
		}
		return values;
	}

	private void compute(FormComponent field, Map<String, Object> context, Map<String, Object> values) {
		Object value = null;
		if (field.isList()) {
			List<Scope> scopes = rows.get(field.key());
			scopes.forEach((row) -> row.settle(context));
			value = scopes.stream().map(Scope::values).toList();
		}
		else if (field.type() == ComponentType.EXPRESSION) {
			value = Computed.value(field.expression().evaluate(context));
		}
		if (value != null) {
			values.put(field.key(), value);
			context.put(field.key(), value);
		}
	}

	private void addHidden(List<FormComponent> among, Map<String, Object> context, boolean inHidden,
			Set<String> found) {
		for (FormComponent component : among) {
			boolean isHidden = inHidden || component.hide() != null && component.hide().isTrue(context);
			if (component.isGroup()) {
				addHidden(component.children(), context, isHidden, found);
			}
			else if (isHidden && component.type().hasValue()) {
				found.add(component.key());
			}
		}
	}

	/** Adds what is wrong with the visible fields, in the form's order. */
	void check(List<FieldProblem> problems) {
		for (FormComponent field : fields) {
			if (hidden.contains(field.key()) || !field.takesInput() && !field.isList()) {
				continue;
			}
			if (failures.containsKey(field.key())) {
				problems.add(failures.get(field.key()));
			}
			else {
				checkRules(field, problems);
			}
			rows.getOrDefault(field.key(), List.of()).forEach((row) -> row.check(problems));
		}
	}

	private void checkRules(FormComponent field, List<FieldProblem> problems) {
		RuleCheck check = new RuleCheck(field, prefix + field.key());
		if (field.isList()) {
			check.rowProblem(rows.get(field.key())).ifPresent(problems::add);
		}
		else {
			check.firstProblem(entered.get(field.key())).ifPresent(problems::add);
		}
	}

	/** The values of the visible fields, in the form's order. */
	Map<String, Object> values() {
		Map<String, Object> values = new LinkedHashMap<>();
		for (FormComponent field : fields) {
			if (!hidden.contains(field.key()) && settled.containsKey(field.key())) {
				values.put(field.key(), settled.get(field.key()));
			}
		}
		return values;
	}

}
