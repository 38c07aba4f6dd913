package org.guantong.demand.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandIndicator;
import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.RoundParties;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;

/** A demand in the words of its form, with what is known already filled in. */
@Component
class DemandForms {

	private final RoundParties parties;

	private final Fields fields;

	private final Organisations organisations;

	DemandForms(RoundParties parties, Fields fields, Organisations organisations) {
		this.parties = parties;
		this.fields = fields;
		this.organisations = organisations;
	}

	/** The round's fields to choose from. */
	Map<String, Object> choices(long roundId) {
		return Map.of("fields",
				fieldsOf(roundId).stream()
					.map((field) -> Map.of("value", field.code(), "label", field.name(), "label_en", field.nameEn()))
					.toList());
	}

	List<Field> fieldsOf(long roundId) {
		List<Long> chosen = parties.fields(roundId);
		return fields.findAllByOrderByPosition().stream().filter((field) -> chosen.contains(field.id())).toList();
	}

	Map<String, Object> blank(Person contact, long roundId) {
		Map<String, Object> data = new LinkedHashMap<>(choices(roundId));
		String region = organisations.require(contact.organisationId()).region();
		if (region != null) {
			data.put("region", region);
		}
		data.put("contactName", contact.name());
		return data;
	}

	Map<String, Object> filled(Demand demand) {
		Map<String, Object> data = new LinkedHashMap<>(choices(demand.roundId()));
		data.putAll(demand.content().asForm(fields.require(demand.fieldId()).code()));
		data.put("indicators", demand.indicators().stream().map(DemandForms::row).toList());
		return data;
	}

	long fieldId(FormData form) {
		return fields.findByCode(form.text("field")).orElseThrow().id();
	}

	private static Map<String, String> row(DemandIndicator one) {
		return Map.of("name", one.name(), "current", one.current(), "target", one.target(), "unit", one.unit());
	}

}
