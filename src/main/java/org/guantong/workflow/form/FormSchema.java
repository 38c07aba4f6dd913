package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form as read from its file.
 *
 * @param key the file's resource name, {@code forms/<process-id>/<step>.form}
 * @param id the id written in the file
 * @param components the form from top to bottom
 * @param json the file's text
 */
public record FormSchema(String key, String id, List<FormComponent> components, String json) {

	/**
	 * Reads a form file's text.
	 * @throws BadForm when it uses what we do not support
	 */
	public static FormSchema parse(String key, String json) {
		return new FormReader(key).read(json);
	}

	/**
	 * What the page to fill in shows.
	 * @param data prefilled values, overlaid with what was typed
	 * @param problems sentences beside the fields, by path
	 */
	public FormView view(Map<String, ?> data, Map<String, String> problems, Locale locale) {
		return new FormViews(this, problems == null ? Map.of() : problems, locale).toFillIn(data);
	}

	/** What the same form shows to be read only, hidden fields left out. */
	public FormView answers(Map<String, ?> data, Locale locale) {
		return new FormViews(this, Map.of(), locale).toRead(data);
	}

	/** All components that keep a value at top level, groups opened. */
	public List<FormComponent> fields() {
		return fields(components);
	}

	/** The components among these that keep a value, groups opened. */
	static List<FormComponent> fields(List<FormComponent> components) {
		return components.stream()
			.flatMap((component) -> component.isGroup() ? fields(component.children()).stream() : Stream.of(component))
			.filter((component) -> component.type().hasValue())
			.toList();
	}

	/**
	 * The label of the field at a path such as {@code indicators[2].target}; with the
	 * row's number; the path itself when there is no such field.
	 */
	public String label(String path, Locale locale) {
		return FieldPath.parse(path).label(this, locale).orElse(path);
	}

	/** Ids of components with a Chinese text that has no English. */
	public List<String> withoutEnglish() {
		List<String> ids = new ArrayList<>();
		components.forEach((component) -> addWithoutEnglish(component, ids));
		return ids;
	}

	private static void addWithoutEnglish(FormComponent component, List<String> ids) {
		Stream<Bilingual> own = Stream.of(component.label(), component.description(), component.text(),
				component.suffix());
		Stream<Bilingual> options = component.options().stream().map(Option::label);
		Stream<Bilingual> columns = (component.listing() == null) ? Stream.of()
				: component.listing().columns().stream().map(Listing.Column::label);
		if (Stream.of(own, options, columns).flatMap((texts) -> texts).anyMatch(Bilingual::lacksEnglish)) {
			ids.add(component.id());
		}
		component.children().forEach((child) -> addWithoutEnglish(child, ids));
	}

	/** Names of the fields a person can fill in, in any row. */
	Set<String> inputNames() {
		return Stream.concat(fields().stream(), fields().stream().flatMap((field) -> fields(field.children()).stream()))
			.filter(FormComponent::takesInput)
			.map(FormComponent::key)
			.collect(Collectors.toSet());
	}

}
