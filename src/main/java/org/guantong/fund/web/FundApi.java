package org.guantong.fund.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.Agreement;
import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.fund.FundService;
import org.guantong.fund.JointFund;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/**
 * Joint funds as JSON. What is sent has the fields of {@code forms/entry/fund.form} and
 * {@code agreement.form}: amounts in 万元; what comes back has them in 元.
 */
@RestController
@RequestMapping("/api/funds")
class FundApi {

	private final FundService funds;

	private final Fields fields;

	private final FundChoices choices;

	private final EntryForms forms;

	FundApi(FundService funds, Fields fields, FundChoices choices, EntryForms forms) {
		this.funds = funds;
		this.fields = fields;
		this.choices = choices;
		this.forms = forms;
	}

	record FundJson(long id, String code, String name, String type, List<String> fields) {
	}

	record AgreementJson(long id, long coFunderId, String funderAmount, String coFunderAmount, String ratio,
			int firstYear, int lastYear) {
	}

	record FundWithAgreements(long id, String code, String name, String type, List<String> fields,
			List<AgreementJson> agreements) {
	}

	@GetMapping
	List<FundJson> list(@AuthenticationPrincipal Person me) {
		return funds.list(me).stream().map(this::json).toList();
	}

	@GetMapping("/{id}")
	FundWithAgreements show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		FundJson fund = json(funds.require(me, id));
		return new FundWithAgreements(fund.id(), fund.code(), fund.name(), fund.type(), fund.fields(),
				funds.agreementsOf(me, id).stream().map(FundApi::json).toList());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	FundJson create(@AuthenticationPrincipal Person me, @RequestBody Map<String, Object> input) {
		funds.requireManager(me);
		FormData form = forms.valid("fund", input, choices.forFund());
		return json(funds.create(me, form.text("code"), form.text("name"), JointFund.Type.valueOf(form.text("type")),
				form.choices("fields")
					.stream()
					.map((code) -> fields.findByCode(code).orElseThrow().id())
					.collect(Collectors.toSet())));
	}

	@PostMapping("/{id}/agreements")
	@ResponseStatus(HttpStatus.CREATED)
	AgreementJson agree(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestBody Map<String, Object> input) {
		funds.requireManager(me);
		return json(
				funds.agree(me, FundChoices.agreement(id, forms.valid("agreement", input, choices.forAgreement()))));
	}

	private FundJson json(JointFund fund) {
		return new FundJson(fund.id(), fund.code(), fund.name(), fund.type().name(),
				fields.findAllByOrderByPosition()
					.stream()
					.filter((field) -> fund.fieldIds().contains(field.id()))
					.map(Field::code)
					.toList());
	}

	private static AgreementJson json(Agreement one) {
		return new AgreementJson(one.id(), one.coFunderId(), one.funderAmount().toPlainString(),
				one.coFunderAmount().toPlainString(), one.ratio(), one.firstYear(), one.lastYear());
	}

}
