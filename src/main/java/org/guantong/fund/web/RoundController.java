package org.guantong.fund.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
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

import org.guantong.fund.FundPermissions;
import org.guantong.fund.FundService;
import org.guantong.fund.JointFunds;
import org.guantong.fund.Round;
import org.guantong.fund.RoundFigures;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.workflow.form.EntryForms;

/** Pages of the rounds: the list, one round's overview, its settings. */
@Controller
@RequestMapping("/rounds")
class RoundController {

	private final RoundService rounds;

	private final FundService funds;

	private final JointFunds allFunds;

	private final FundChoices choices;

	private final RoundInput input;

	private final FundPermissions permissions;

	private final EntryForms forms;

	private final ObjectProvider<RoundFigures> figures;

	RoundController(RoundService rounds, FundService funds, JointFunds allFunds, FundChoices choices, RoundInput input,
			FundPermissions permissions, EntryForms forms, ObjectProvider<RoundFigures> figures) {
		this.rounds = rounds;
		this.funds = funds;
		this.allFunds = allFunds;
		this.choices = choices;
		this.input = input;
		this.permissions = permissions;
		this.forms = forms;
		this.figures = figures;
	}

	@GetMapping
	String list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) Round.State state, Model model) {
		List<Round> found = rounds.list(me)
			.stream()
			.filter((round) -> state == null || round.state() == state)
			.filter((round) -> (round.code() + " " + round.title()).contains(q.strip()))
			.toList();
		model.addAttribute("rounds", found);
		model.addAttribute("q", q);
		model.addAttribute("state", state);
		model.addAttribute("states", Round.State.values());
		model.addAttribute("mayManage", permissions.mayManageFunds(me));
		return "fund/rounds";
	}

	@GetMapping("/{id}")
	String show(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale, Model model) {
		Round round = rounds.require(me, id);
		model.addAttribute("round", round);
		model.addAttribute("fund", allFunds.require(round.fundId()));
		model.addAttribute("figures",
				figures.orderedStream().flatMap((stage) -> stage.of(me, round).stream()).toList());
		model.addAttribute("copiedFrom", round.copiedFrom() == null ? null : rounds.require(me, round.copiedFrom()));
		model.addAttribute("schema", forms.schema("round-settings"));
		RoundPlan plan = rounds.plan(me, id);
		Map<String, Object> data = choices.forSettings(allFunds.require(round.fundId()), round.year(),
				plan.coFunders());
		data.putAll(input.form(plan));
		model.addAttribute("data", data);
		model.addAttribute("mayManage", permissions.mayManageFunds(me));
		model.addAttribute("mayReadFunds", permissions.mayReadFunds(me));
		model.addAttribute("mayReadDemands", permissions.mayReadDemands(me));
		return "fund/round";
	}

	@GetMapping("/new")
	ModelAndView blank(@AuthenticationPrincipal Person me, @RequestParam(required = false) String fund) {
		funds.requireManager(me);
		Map<String, Object> known = new LinkedHashMap<>(choices.forRound(me));
		if (fund != null) {
			known.put("fundId", fund);
		}
		return forms.show("round", "fund/round-new", known);
	}

	@PostMapping
	ModelAndView create(@AuthenticationPrincipal Person me, @RequestParam MultiValueMap<String, String> params,
			Locale locale) {
		funds.requireManager(me);
		return forms.take("round", "fund/round-new", params, choices.forRound(me), locale,
				(form) -> "/rounds/" + rounds
					.create(me, Long.parseLong(form.text("fundId")), form.number("year").intValueExact(),
							input.settings(form))
					.id());
	}

	@PostMapping("/{id}/open")
	String open(@AuthenticationPrincipal Person me, @PathVariable long id) {
		rounds.open(me, id);
		return "redirect:/rounds/" + id;
	}

}
