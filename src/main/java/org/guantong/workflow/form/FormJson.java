package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.guantong.workflow.FormData;

/** Form data as stored JSON: dates as ISO texts, numbers as plain numbers. */
public final class FormJson {

	private static final ObjectMapper MAPPER = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {
	};

	private FormJson() {
	}

	/** The data as JSON text. */
	public static String write(FormData data) {
		try {
			return MAPPER.writeValueAsString(writable(data.values()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("form data are not JSON", ex);
		}
	}

	/**
	 * The data as JSON text, with the names of the options chosen from those the form was
	 * shown with: later nobody offers them any more, yet the answers are to be read.
	 * @param known what the form was shown with
	 */
	public static String write(FormSchema schema, FormData data, Map<String, ?> known) {
		Map<String, Object> values = new LinkedHashMap<>(data.values());
		everyField(schema.fields()).filter((field) -> field.valuesKey() != null).forEach((field) -> {
			Set<String> chosen = chosen(data.values(), field.key()).collect(Collectors.toSet());
			List<Object> named = new ArrayList<>();
			if (values.get(field.valuesKey()) instanceof List<?> already) {
				named.addAll(already);
			}
			Options.of(field, known)
				.stream()
				.filter((option) -> chosen.contains(option.value()))
				.map(FormJson::named)
				.filter((option) -> !named.contains(option))
				.forEach(named::add);
			if (!named.isEmpty()) {
				values.put(field.valuesKey(), named);
			}
		});
		return write(new FormData(values));
	}

	private static Stream<FormComponent> everyField(List<FormComponent> fields) {
		return fields.stream()
			.flatMap((field) -> Stream.concat(Stream.of(field), everyField(FormSchema.fields(field.children()))));
	}

	/** What was chosen under this name, here or in any row. */
	private static Stream<String> chosen(Map<?, ?> values, String key) {
		return values.entrySet().stream().flatMap((entry) -> {
			if (entry.getValue() instanceof List<?> several) {
				return several.stream()
					.flatMap((one) -> (one instanceof Map<?, ?> row) ? chosen(row, key)
							: entry.getKey().equals(key) ? Stream.of(String.valueOf(one)) : Stream.empty());
			}
			return entry.getKey().equals(key) ? Stream.of(String.valueOf(entry.getValue())) : Stream.empty();
		});
	}

	private static Map<String, Object> named(Option option) {
		Map<String, Object> named = new LinkedHashMap<>();
		named.put("value", option.value());
		named.put("label", option.label().zh());
		if (option.label().en() != null) {
			named.put("label_en", option.label().en());
		}
		return named;
	}

	private static Object writable(Object value) {
		if (value instanceof Map<?, ?> map) {
			Map<String, Object> result = new LinkedHashMap<>();
			map.forEach((key, item) -> result.put(key.toString(), writable(item)));
			return result;
		}
		if (value instanceof List<?> list) {
			return list.stream().map(FormJson::writable).toList();
		}
		return (value instanceof LocalDate) ? value.toString() : value;
	}

	/**
	 * The data of a stored text. Nothing is validated: what was once accepted stays
	 * readable when its form has changed since.
	 */
	public static FormData read(FormSchema schema, String json) {
		try {
			return new FormData(typed(schema.fields(), MAPPER.readValue(json, MAP)));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException("stored form data are not JSON", ex);
		}
	}

	private static Map<String, Object> typed(List<FormComponent> fields, Map<String, Object> stored) {
		Map<String, Object> values = new LinkedHashMap<>();
		stored.forEach((key, value) -> values.put(key, plain(value)));
		for (FormComponent field : fields) {
			values.computeIfPresent(field.key(), (key, value) -> typed(field, value));
		}
		return values;
	}

	@SuppressWarnings("unchecked")
	private static Object typed(FormComponent field, Object value) {
		if (field.isList() && value instanceof List<?> rows) {
			List<FormComponent> fields = FormSchema.fields(field.children());
			return rows.stream().map((row) -> typed(fields, (Map<String, Object>) row)).toList();
		}
		if (field.type() == ComponentType.NUMBER || field.type() == ComponentType.DATETIME) {
			Object read = Conversion.of(field, field.key(), value, List.of()).value();
			return (read != null) ? read : value;
		}
		return value;
	}

	private static Object plain(Object value) {
		return (value instanceof Number number) ? Conversion.plain(new BigDecimal(number.toString())) : value;
	}

}
