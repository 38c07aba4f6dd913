package org.guantong.fund.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.fund.Agreement;
import org.guantong.fund.Fields;
import org.guantong.fund.FundService;
import org.guantong.fund.GrantCategory;
import org.guantong.fund.JointFund;
import org.guantong.fund.Round;
import org.guantong.fund.RoundLocks;
import org.guantong.fund.RoundParties;
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

	private final RoundParties parties;

	private final RoundLocks locks;

	FundChoices(FundService funds, Fields fields, Organisations organisations, RoundParties parties, RoundLocks locks) {
		this.funds = funds;
		this.fields = fields;
		this.organisations = organisations;
		this.parties = parties;
		this.locks = locks;
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

	/** What can be chosen in a round's settings, and what is locked there. */
	Map<String, Object> forSettings(JointFund fund, Round round) {
		RoundLocks.Locked locked = locks.of(round);
		Map<String, Object> known = forSettings(fund, round.year(), parties.coFunders(round.id()));
		known.put("coFundersLocked", yesNo(locked.coFunders()));
		known.put("demandsLocked", yesNo(locked.demands()));
		known.put("rulesLocked", yesNo(locked.rules()));
		return known;
	}

	/**
	 * What can be chosen in a round's settings.
	 * @param coFunders ids of those that take part already, whatever their agreement
	 */
	Map<String, Object> forSettings(JointFund fund, int year, List<Long> coFunders) {
		Map<String, Object> known = new LinkedHashMap<>();
		known.put("fieldOptions",
				fields.findAllByOrderByPosition()
					.stream()
					.filter((field) -> fund.fieldIds().contains(field.id()))
					.map((field) -> Map.of("value", field.code(), "label", field.name(), "label_en", field.nameEn()))
					.toList());
		known.put("coFunderOptions",
				Stream.concat(parties.underAgreement(fund.id(), year).stream(), coFunders.stream())
					.distinct()
					.map(organisations::require)
					.map((one) -> choice(one.id(), one.name()))
					.toList());
		return known;
	}

	static GrantCategory category(Long id, int version, FormData form) {
		return new GrantCategory(id, version, form.text("code"), form.text("name"), form.text("nameEn"),
				form.number("amount"), form.number("years").intValueExact(),
				form.number("position") == null ? 0 : form.number("position").intValueExact(), form.ticked("retired"));
	}

	static Map<String, Object> form(GrantCategory category) {
		return Map.of("code", category.code(), "name", category.name(), "nameEn", category.nameEn(), "amount",
				category.amount().stripTrailingZeros().toPlainString(), "years", category.years(), "position",
				category.position(), "retired", category.retired());
	}

	/** Amounts are entered in 万元 and kept in 元. */
	static Agreement agreement(long fundId, FormData form) {
		return new Agreement(null, 0, fundId, Long.parseLong(form.text("coFunderId")),
				form.number("funderAmount").multiply(WAN), form.number("coFunderAmount").multiply(WAN),
				form.number("firstYear").intValueExact(), form.number("lastYear").intValueExact());
	}

	private static String yesNo(boolean locked) {
		return locked ? "yes" : "no";
	}

	private static Map<String, String> choice(long id, String name) {
		return Map.of("value", Long.toString(id), "label", name, "label_en", name);
	}

}
