package org.guantong.workflow.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a form file and refuses, by name, whatever we could not honour. */
final class FormReader {

	private static final int NEWEST_SCHEMA = 16;

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final String file;

	FormReader(String file) {
		this.file = file;
	}

	FormSchema read(String json) {
		JsonNode form = parse(json);
		int version = form.path("schemaVersion").asInt(NEWEST_SCHEMA);
		if (version > NEWEST_SCHEMA) {
			throw new BadForm(file, "", "has schemaVersion " + version + ", newest supported is " + NEWEST_SCHEMA);
		}
		if (!form.path("components").isArray()) {
			throw new BadForm(file, "", "has no components");
		}
		List<FormComponent> components = components(form.path("components"), false);
		refuseDoubleKeys(FormSchema.fields(components));
		return new FormSchema(file, form.path("id").asText(""), components, json);
	}

	private JsonNode parse(String json) {
		try {
			return MAPPER.readTree(json);
		}
		catch (JsonProcessingException ex) {
			throw new BadForm(file, "", "is not JSON: " + ex.getOriginalMessage());
		}
	}

	private List<FormComponent> components(JsonNode nodes, boolean inList) {
		List<FormComponent> components = new ArrayList<>();
		for (JsonNode node : nodes) {
			FormComponent component = component(node, inList);
			if (inList && component.isList()) {
				throw new BadForm(file, component.id(), "is a list within a list, which is not supported");
			}
			components.add(component);
		}
		return List.copyOf(components);
	}

	private FormComponent component(JsonNode node, boolean inList) {
		String name = node.path("id").asText(node.path("key").asText(node.path("path").asText("?")));
		ComponentType type = ComponentType.of(node.path("type").asText())
			.orElseThrow(() -> new BadForm(file, name,
					"has type '" + node.path("type").asText() + "', which is not supported"));
		List<FormComponent> children = components(node.path("components"), inList || type == ComponentType.DYNAMICLIST);
		FormComponent component = new ComponentReader(file, name, type, node).read(children);
		if (component.isList()) {
			refuseDoubleKeys(FormSchema.fields(children));
			refuseReadOnlyInChangingRows(component);
		}
		return component;
	}

	/** A read-only value belongs to a given row, and rows that move lose theirs. */
	private void refuseReadOnlyInChangingRows(FormComponent list) {
		for (FormComponent field : FormSchema.fields(list.children())) {
			if (field.readOnly() && !list.readOnly() && !list.hasFixedRows()) {
				throw new BadForm(file, field.id(),
						"is read-only in a list whose rows change; set the list's allowAddRemove to false");
			}
		}
	}

	private void refuseDoubleKeys(List<FormComponent> fields) {
		Set<String> keys = new HashSet<>();
		for (FormComponent field : fields) {
			if (!keys.add(field.key())) {
				throw new BadForm(file, field.id(), "has key '" + field.key() + "', which another has too");
			}
		}
	}

}
