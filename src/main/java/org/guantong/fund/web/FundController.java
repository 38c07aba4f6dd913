package org.guantong.fund.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.Agreement;
import org.guantong.fund.Fields;
import org.guantong.fund.FundPermissions;
import org.guantong.fund.FundService;
import org.guantong.fund.GrantCategories;
import org.guantong.fund.JointFund;
import org.guantong.fund.RoundService;
import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/** Pages of the joint funds and their agreements. */
@Controller
@RequestMapping("/funds")
class FundController {

	private final FundService funds;

	private final RoundService rounds;

	private final Fields fields;

	private final GrantCategories categories;

	private final Organisations organisations;

	private final FundChoices choices;

	private final FundPermissions permissions;

	private final EntryForms forms;

	FundController(FundService funds, RoundService rounds, Fields fields, GrantCategories categories,
			Organisations organisations, FundChoices choices, FundPermissions permissions, EntryForms forms) {
		this.funds = funds;
		this.rounds = rounds;
		this.fields = fields;
		this.categories = categories;
		this.organisations = organisations;
		this.choices = choices;
		this.permissions = permissions;
		this.forms = forms;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person me, Model model) {
		model.addAttribute("funds", funds.list(me));
		model.addAttribute("categories", categories.findAllByOrderByPosition());
		model.addAttribute("mayManage", permissions.mayManageFunds(me));
		return "fund/funds";
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Model model) {
		JointFund fund = funds.require(me, id);
		List<Agreement> agreements = funds.agreementsOf(me, id);
		Map<Long, String> names = organisations.findAllById(agreements.stream().map(Agreement::coFunderId).toList())
			.stream()
			.collect(Collectors.toMap(Organisation::id, Organisation::name));
		model.addAttribute("fund", fund);
		model.addAttribute("agreements", agreements);
		model.addAttribute("names", names);
		model.addAttribute("fields",
				fields.findAllByOrderByPosition()
					.stream()
					.filter((field) -> fund.fieldIds().contains(field.id()))
					.toList());
		model.addAttribute("rounds", rounds.list(me).stream().filter((round) -> round.fundId() == id).toList());
		model.addAttribute("mayManage", permissions.mayManageFunds(me));
		return "fund/fund";
	}

	@GetMapping("/new")
	ModelAndView blank(@AuthenticationPrincipal Person me) {
		funds.requireManager(me);
		return forms.show("fund", "fund/fund-new", choices.forFund());
	}

	@PostMapping
	ModelAndView create(@AuthenticationPrincipal Person me, @RequestParam MultiValueMap<String, String> params,
			Locale locale) {
		return forms.take("fund", "fund/fund-new", params, choices.forFund(), locale,
				(form) -> "/funds/" + create(me, form).id());
	}

	@GetMapping("/{id}/agreements/new")
	ModelAndView blankAgreement(@AuthenticationPrincipal Person me, @PathVariable long id) {
		funds.requireManager(me);
		return about(me, id, forms.show("agreement", "fund/agreement-new", choices.forAgreement()));
	}

	@PostMapping("/{id}/agreements")
	ModelAndView agree(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, Locale locale) {
		return about(me, id,
				forms.take("agreement", "fund/agreement-new", params, choices.forAgreement(), locale, (form) -> {
					funds.agree(me, FundChoices.agreement(id, form));
					return "/funds/" + id;
				}));
	}

	private JointFund create(Person me, FormData form) {
		Set<Long> chosen = form.choices("fields")
			.stream()
			.map((code) -> fields.findByCode(code).orElseThrow().id())
			.collect(Collectors.toSet());
		return funds.create(me, form.text("code"), form.text("name"), JointFund.Type.valueOf(form.text("type")),
				chosen);
	}

	private ModelAndView about(Person me, long id, ModelAndView page) {
		if (!page.getViewName().startsWith("redirect:")) {
			page.addObject("fund", funds.require(me, id));
		}
		return page;
	}

}
