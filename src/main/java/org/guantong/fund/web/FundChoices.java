package org.guantong.fund.web;

import java.math.BigDecimal;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.fund.Agreement;
import org.guantong.fund.Fields;
import org.guantong.fund.FundService;
import org.guantong.identity.OrganisationKind;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;

/** What can be chosen in the forms about funds. */
@Component
class FundChoices {

	private static final BigDecimal WAN = new BigDecimal("10000");

	private final FundService funds;

	private final Fields fields;

	private final Organisations organisations;

	FundChoices(FundService funds, Fields fields, Organisations organisations) {
		this.funds = funds;
		this.fields = fields;
		this.organisations = organisations;
	}

	Map<String, Object> forFund() {
		return Map.of("allFields",
				fields.findAllByOrderByPosition()
					.stream()
					.map((field) -> Map.of("value", field.code(), "label", field.name(), "label_en", field.nameEn()))
					.toList());
	}

	Map<String, Object> forAgreement() {
		return Map.of("coFunders",
				organisations.findByKindOrderByName(OrganisationKind.CO_FUNDER)
					.stream()
					.map((one) -> choice(one.id(), one.name()))
					.toList());
	}

	Map<String, Object> forRound(Person actor) {
		return Map.of("funds", funds.list(actor).stream().map((fund) -> choice(fund.id(), fund.name())).toList());
	}

	/** Amounts are entered in 万元 and kept in 元. */
	static Agreement agreement(long fundId, FormData form) {
		return new Agreement(null, 0, fundId, Long.parseLong(form.text("coFunderId")),
				form.number("funderAmount").multiply(WAN), form.number("coFunderAmount").multiply(WAN),
				form.number("firstYear").intValueExact(), form.number("lastYear").intValueExact());
	}

	private static Map<String, String> choice(long id, String name) {
		return Map.of("value", Long.toString(id), "label", name, "label_en", name);
	}

}
