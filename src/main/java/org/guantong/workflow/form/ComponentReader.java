package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one component of a form file. */
final class ComponentReader {

	private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

	private static final List<String> UNSUPPORTED = List.of("valuesExpression", "columnsExpression",
			"disallowPassedDates");

	/** Most rows when the file sets no limit: no input is unbounded. */
	private static final int ROWS = 200;

	private final String file;

	private final String name;

	private final ComponentType type;

	private final JsonNode node;

	ComponentReader(String file, String name, ComponentType type, JsonNode node) {
		this.file = file;
		this.name = name;
		this.type = type;
		this.node = node;
	}

	FormComponent read(List<FormComponent> children) {
		refuseUnsupported();
		return new FormComponent(type, name, key(), label(), bilingual("description"), bilingual("text"), suffix(),
				defaultValue(), flag(node, "disabled", false) || flag(node, "readonly", false), hide(), rules(),
				options(), textOrNull(node, "valuesKey"), expression(), listing(), children);
	}

	private void refuseUnsupported() {
		for (String attribute : UNSUPPORTED) {
			if (node.hasNonNull(attribute)) {
				throw bad("uses " + attribute + ", which is not supported");
			}
		}
		if (type == ComponentType.GROUP && !node.path("path").asText().isEmpty()) {
			throw bad("is a group with a path, which is not supported");
		}
		if (type == ComponentType.DATETIME && !node.path("subtype").asText("date").equals("date")) {
			throw bad("asks for a time; only subtype date is supported");
		}
	}

	private String key() {
		if (!type.hasValue()) {
			return null;
		}
		String key = node.path((type == ComponentType.DYNAMICLIST) ? "path" : "key").asText();
		if (!KEY.matcher(key).matches()) {
			throw bad("needs a key of letters, digits and _, not '" + key + "'");
		}
		return key;
	}

	private Bilingual label() {
		Bilingual label = bilingual("label");
		if (!label.isEmpty() || type != ComponentType.DATETIME) {
			return label;
		}
		return new Bilingual(node.path("dateLabel").asText(""), english("label"));
	}

	private Bilingual bilingual(String attribute) {
		return new Bilingual(node.path(attribute).asText(""), english(attribute));
	}

	private String english(String attribute) {
		return textOrNull(node.path("properties"), attribute + "_en");
	}

	private Bilingual suffix() {
		return new Bilingual(node.path("appearance").path("suffixAdorner").asText(""), english("suffix"));
	}

	private Object defaultValue() {
		JsonNode value = node.path("defaultValue");
		if (value.isArray()) {
			List<String> values = new ArrayList<>();
			value.forEach((item) -> values.add(item.asText()));
			return List.copyOf(values);
		}
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		return (value.isValueNode() && !value.isNull()) ? value.asText() : null;
	}

	private FormExpression hide() {
		String hide = node.path("conditional").path("hide").asText("");
		return hide.isBlank() ? null : expression(hide);
	}

	private FormExpression expression() {
		if (type != ComponentType.EXPRESSION) {
			return null;
		}
		return expression(node.path("expression").asText(""));
	}

	private FormExpression expression(String text) {
		try {
			return FormExpression.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw bad("has an expression that is not FEEL: " + text + ": " + ex.getMessage());
		}
	}

	private Rules rules() {
		JsonNode validate = node.path("validate");
		Integer maxLength = integer(validate, "maxLength");
		if (maxLength == null) {
			maxLength = Rules.longest(type);
		}
		return new Rules(flag(validate, "required", false), integer(validate, "minLength"), maxLength,
				number(validate, "min"), number(validate, "max"), pattern(validate), format(validate),
				integer(node, "decimalDigits"), number(node, "increment"));
	}

	private Pattern pattern(JsonNode validate) {
		String pattern = validate.path("pattern").asText("");
		try {
			return pattern.isEmpty() ? null : Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw bad("has a pattern that is no regular expression: " + pattern);
		}
	}

	private Rules.Format format(JsonNode validate) {
		String format = validate.path("validationType").asText("");
		return switch (format) {
			case "", "custom" -> Rules.Format.ANY;
			case "email" -> Rules.Format.EMAIL;
			case "phone" -> Rules.Format.PHONE;
			default -> throw bad("has validationType '" + format + "', which is not supported");
		};
	}

	private List<Option> options() {
		boolean choice = type.isSingleChoice() || type.isMultipleChoice();
		if (choice && node.path("values").isEmpty() && !node.hasNonNull("valuesKey")) {
			throw bad("offers nothing to choose: it needs values or a valuesKey");
		}
		List<Option> options = new ArrayList<>();
		for (JsonNode value : node.path("values")) {
			Bilingual label = new Bilingual(value.path("label").asText(), textOrNull(value, "label_en"));
			options.add(new Option(value.path("value").asText(), label));
		}
		return List.copyOf(options);
	}

	private Listing listing() {
		JsonNode properties = node.path("properties");
		return switch (type) {
			case DYNAMICLIST -> new Listing(!flag(node, "allowAddRemove", true), whole(node, "defaultRepetitions", 1),
					whole(properties, "minRows", 0), whole(properties, "maxRows", ROWS), null, List.of());
			case TABLE -> new Listing(true, 0, 0, 0, expression(node.path("dataSource").asText("")), columns());
			default -> null;
		};
	}

	private List<Listing.Column> columns() {
		List<Listing.Column> columns = new ArrayList<>();
		for (JsonNode column : node.path("columns")) {
			Bilingual label = new Bilingual(column.path("label").asText(), textOrNull(column, "label_en"));
			columns.add(new Listing.Column(column.path("key").asText(), label));
		}
		return List.copyOf(columns);
	}

	private boolean flag(JsonNode owner, String attribute, boolean otherwise) {
		JsonNode value = owner.path(attribute);
		if (value.isTextual()) {
			throw bad("has an expression as " + attribute + ", which is not supported");
		}
		return value.asBoolean(otherwise);
	}

	private int whole(JsonNode owner, String attribute, int otherwise) {
		Integer value = integer(owner, attribute);
		return (value != null) ? value : otherwise;
	}

	private Integer integer(JsonNode owner, String attribute) {
		BigDecimal value = number(owner, attribute);
		return (value != null) ? value.intValue() : null;
	}

	private BigDecimal number(JsonNode owner, String attribute) {
		String value = owner.path(attribute).asText("");
		try {
			return (value.isEmpty() || value.equals("null")) ? null : new BigDecimal(value);
		}
		catch (NumberFormatException ex) {
			throw bad("has " + attribute + " '" + value + "', which is no number");
		}
	}

	private static String textOrNull(JsonNode owner, String attribute) {
		return owner.hasNonNull(attribute) ? owner.path(attribute).asText() : null;
	}

	private BadForm bad(String problem) {
		return new BadForm(file, name, problem);
	}

}
