package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.guantong.workflow.form.FieldView.OptionView;
import org.guantong.workflow.form.FieldView.RowView;

/** Makes the view of a form for one reader. */
final class FormViews {

	private final FormSchema schema;

	private final Map<String, String> problems;

	private final Locale locale;

	private final Set<String> inputNames;

	private boolean toRead;

	FormViews(FormSchema schema, Map<String, String> problems, Locale locale) {
		this.schema = schema;
		this.problems = problems;
		this.locale = locale;
		this.inputNames = schema.inputNames();
	}

	FormView toFillIn(Map<String, ?> data) {
		Map<String, Object> context = context(schema.components(), "", data, Map.of());
		List<FieldView> fields = views(schema.components(), "", data, context);
		return new FormView(fields, schema.fields().stream().anyMatch(FormComponent::isList));
	}

	FormView toRead(Map<String, ?> data) {
		toRead = true;
		Map<String, Object> context = context(schema.components(), "", data, Map.of());
		return new FormView(views(schema.components(), "", data, context), false);
	}

	/** The data in their types, as expressions expect them. */
	private static Map<String, Object> context(List<FormComponent> components, String prefix, Map<String, ?> data,
			Map<String, Object> around) {
		Map<String, Object> context = new HashMap<>(around);
		context.putAll(data);
		Scope scope = new Scope(components, prefix, data, data, context);
		scope.settle(context);
		FormSchema.fields(components).forEach((field) -> context.remove(field.key()));
		context.putAll(scope.values());
		return context;
	}

	private List<FieldView> views(List<FormComponent> components, String prefix, Map<String, ?> data,
			Map<String, Object> context) {
		List<FieldView> views = new ArrayList<>();
		for (FormComponent component : components) {
			boolean browserDecides = !toRead && dependsOnInput(component);
			boolean hidden = component.hide() != null && !browserDecides && component.hide().isTrue(context);
			if (!hidden && !(toRead && component.type() == ComponentType.TEXT)) {
				FieldView view = view(component, prefix, data, context);
				if (!(toRead && component.type() == ComponentType.TABLE && view.cells().isEmpty())) {
					views.add(view);
				}
			}
		}
		return views;
	}

	private boolean dependsOnInput(FormComponent component) {
		return component.hide() != null && !Collections.disjoint(component.hide().names(), inputNames);
	}

	private FieldView view(FormComponent component, String prefix, Map<String, ?> data, Map<String, Object> context) {
		String name = prefix + ((component.key() != null) ? component.key() : component.id());
		Object value = value(component, data, context);
		String html = (component.type() == ComponentType.TEXT)
				? new RichText(component.text().in(locale)).toHtml(context) : "";
		return new FieldView(component, name, prefix, locale, value, problems.get(name),
				dependsOnInput(component) ? component.hide().source() : null,
				options(component, "f-" + name, value, context), html,
				component.isGroup() ? views(component.children(), prefix, data, context) : List.of(),
				component.isList() ? rows(component, value, context) : List.of(),
				(component.type() == ComponentType.TABLE) ? cells(component.listing(), context) : List.of());
	}

	private Object value(FormComponent component, Map<String, ?> data, Map<String, Object> context) {
		if (component.type() == ComponentType.EXPRESSION) {
			return context.getOrDefault(component.key(), data.get(component.key()));
		}
		if (component.key() == null) {
			return null;
		}
		return (toRead || data.containsKey(component.key())) ? data.get(component.key()) : component.defaultValue();
	}

	private List<OptionView> options(FormComponent component, String id, Object value, Map<String, Object> context) {
		Collection<?> chosen = (value instanceof Collection<?> several) ? several
				: (value == null) ? List.of() : List.of(value);
		List<Option> options = Options.of(component, context);
		return IntStream.range(0, options.size()).mapToObj((index) -> {
			Option option = options.get(index);
			boolean selected = chosen.stream().anyMatch((choice) -> option.value().equals(String.valueOf(choice)));
			return new OptionView((index == 0) ? id : id + "-" + index, option.value(), option.label().in(locale),
					selected);
		}).toList();
	}

	private List<RowView> rows(FormComponent list, Object value, Map<String, Object> context) {
		List<Map<String, ?>> data = maps(value);
		int offered = (value == null) ? list.listing().initialRows() : Math.min(1, list.listing().initialRows());
		if (data.isEmpty() && !toRead) {
			data = Collections.nCopies(offered, Map.of());
		}
		List<RowView> rows = new ArrayList<>();
		for (Map<String, ?> row : data) {
			String prefix = FieldPath.row(list.key(), rows.size());
			List<FieldView> fields = views(list.children(), prefix, row,
					context(list.children(), prefix, row, context));
			rows.add(new RowView(rows.size(), fields, byColumn(list, fields)));
		}
		return rows;
	}

	private static List<FieldView> byColumn(FormComponent list, List<FieldView> fields) {
		Map<String, FieldView> byKey = new HashMap<>();
		opened(fields).filter((field) -> field.component().key() != null)
			.forEach((field) -> byKey.put(field.component().key(), field));
		return FormSchema.fields(list.children()).stream().map((column) -> byKey.get(column.key())).toList();
	}

	private static Stream<FieldView> opened(List<FieldView> fields) {
		return fields.stream().flatMap((field) -> Stream.concat(Stream.of(field), opened(field.children())));
	}

	private static List<List<String>> cells(Listing table, Map<String, Object> context) {
		return maps(table.source().evaluate(context)).stream()
			.map((row) -> table.columns().stream().map((column) -> cell(row.get(column.key()))).toList())
			.toList();
	}

	private static String cell(Object value) {
		Object computed = Computed.value(value);
		return (computed == null) ? ""
				: (computed instanceof BigDecimal number) ? number.toPlainString() : computed.toString();
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, ?>> maps(Object value) {
		return (value instanceof List<?> rows && rows.stream().allMatch((row) -> row instanceof Map))
				? (List<Map<String, ?>>) rows : List.of();
	}

}
