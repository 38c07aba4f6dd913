package org.guantong.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a person filled in, after validation against the form: only declared fields, in
 * plain types. Text is {@code String}, numbers {@code BigDecimal}, dates
 * {@code LocalDate}, ticks {@code Boolean}, choices of several and rows {@code List}.
 */
public record FormData(Map<String, Object> values) {

	/** The text of a field, or null when it was left empty. */
	public String text(String field) {
		Object value = values.get(field);
		return value == null ? null : value.toString();
	}

	public BigDecimal number(String field) {
		return (BigDecimal) values.get(field);
	}

	public LocalDate date(String field) {
		return (LocalDate) values.get(field);
	}

	/** Whether a box was ticked; an untouched box was not. */
	public boolean ticked(String field) {
		return Boolean.TRUE.equals(values.get(field));
	}

	@SuppressWarnings("unchecked")
	public List<String> choices(String field) {
		return (List<String>) values.getOrDefault(field, List.of());
	}

	/** The rows of a dynamic list, each again a form's worth of data. */
	@SuppressWarnings("unchecked")
	public List<FormData> rows(String field) {
		return ((List<Map<String, Object>>) values.getOrDefault(field, List.of())).stream().map(FormData::new).toList();
	}

}
