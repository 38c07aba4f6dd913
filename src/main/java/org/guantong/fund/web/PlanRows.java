package org.guantong.fund.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.fund.Criterion;
import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.QuotaException;
import org.guantong.workflow.FormData;

/** The lists within a round's settings, as their form has them. */
@Component
class PlanRows {

	private final Fields fields;

	PlanRows(Fields fields) {
		this.fields = fields;
	}

	List<Long> fields(List<String> codes) {
		return fields.findAllByOrderByPosition()
			.stream()
			.filter((field) -> codes.contains(field.code()))
			.map(Field::id)
			.toList();
	}

	List<String> fieldCodes(List<Long> ids) {
		return fields.findAllByOrderByPosition()
			.stream()
			.filter((field) -> ids.contains(field.id()))
			.map(Field::code)
			.toList();
	}

	List<Long> coFunders(List<String> ids) {
		return ids.stream().map(Long::valueOf).sorted().toList();
	}

	List<QuotaException> exceptions(List<FormData> rows) {
		return rows.stream()
			.map((row) -> new QuotaException(QuotaException.Scope.valueOf(row.text("scope")),
					row.text("coFunder") == null ? null : Long.valueOf(row.text("coFunder")),
					row.text("field") == null ? null : fields.findByCode(row.text("field")).orElseThrow().id(),
					row.number("most").intValueExact()))
			.toList();
	}

	List<Map<String, Object>> exceptionRows(List<QuotaException> exceptions) {
		Map<Long, String> codes = fields.findAll().stream().collect(Collectors.toMap(Field::id, Field::code));
		return exceptions.stream().map((one) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("scope", one.scope().name());
			row.put("coFunder", one.coFunderId() == null ? "" : one.coFunderId().toString());
			row.put("field", one.fieldId() == null ? "" : codes.get(one.fieldId()));
			row.put("most", one.most());
			return row;
		}).toList();
	}

	/**
	 * The criteria as sent. One that keeps its name is the one it was before; so is one
	 * that keeps its place, when there are as many as before.
	 */
	List<Criterion> criteria(List<FormData> rows, List<Criterion> before) {
		Set<String> names = rows.stream().map((row) -> row.text("name")).collect(Collectors.toSet());
		List<Criterion> renamed = new ArrayList<>(
				before.stream().filter((one) -> !names.contains(one.name())).toList());
		List<Criterion> criteria = new ArrayList<>();
		for (int i = 0; i < rows.size(); i++) {
			FormData row = rows.get(i);
			Criterion was = before.stream()
				.filter((one) -> one.name().equals(row.text("name")))
				.findFirst()
				.orElse(rows.size() == before.size() && renamed.remove(before.get(i)) ? before.get(i) : null);
			criteria.add(criterion(row, was, was == null ? newCode(before, criteria) : was.code()));
		}
		return criteria;
	}

	static List<Map<String, Object>> criterionRows(List<Criterion> criteria) {
		return criteria.stream().map((one) -> {
			Map<String, Object> row = new LinkedHashMap<>();
			row.put("name", one.name());
			row.put("nameEn", one.nameEn());
			row.put("weight", one.weight());
			row.put("description", one.description());
			row.put("descriptionEn", one.descriptionEn());
			return row;
		}).toList();
	}

	private static Criterion criterion(FormData row, Criterion was, String code) {
		return new Criterion(was == null ? null : was.id(), code, row.text("name"), row.text("nameEn"),
				row.number("weight").intValueExact(), orEmpty(row.text("description")),
				orEmpty(row.text("descriptionEn")));
	}

	private static String newCode(List<Criterion> before, List<Criterion> others) {
		for (int number = 1;; number++) {
			String code = "c" + number;
			if (before.stream().noneMatch((one) -> one.code().equals(code))
					&& others.stream().noneMatch((one) -> one.code().equals(code))) {
				return code;
			}
		}
	}

	private static String orEmpty(String text) {
		return text == null ? "" : text;
	}

}
