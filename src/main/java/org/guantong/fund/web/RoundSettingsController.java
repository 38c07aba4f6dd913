package org.guantong.fund.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.guantong.fund.FundService;
import org.guantong.fund.JointFunds;
import org.guantong.fund.Round;
import org.guantong.fund.RoundMailService;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/** The one page of a round's settings, and the round of another year made from it. */
@Controller
@RequestMapping("/rounds/{id}")
class RoundSettingsController {

	private final RoundService rounds;

	private final RoundMailService mails;

	private final FundService funds;

	private final JointFunds allFunds;

	private final FundChoices choices;

	private final RoundInput input;

	private final EntryForms forms;

	RoundSettingsController(RoundService rounds, RoundMailService mails, FundService funds, JointFunds allFunds,
			FundChoices choices, RoundInput input, EntryForms forms) {
		this.rounds = rounds;
		this.mails = mails;
		this.funds = funds;
		this.allFunds = allFunds;
		this.choices = choices;
		this.input = input;
		this.forms = forms;
	}

	@GetMapping("/settings")
	ModelAndView settings(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		funds.requireManager(me);
		Round round = rounds.require(me, id);
		return about(me, round, round.version(), locale,
				forms.show("round-settings", "fund/settings", known(round, rounds.plan(me, id))));
	}

	@PostMapping("/settings")
	ModelAndView change(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, @RequestParam(name = "_version") int version,
			Locale locale) {
		funds.requireManager(me);
		Round round = rounds.require(me, id);
		RoundPlan before = rounds.plan(me, id);
		ModelAndView page = forms.take("round-settings", "fund/settings", params, known(round, before), locale,
				(form) -> {
					rounds.change(me, id, version, input.plan(form, before));
					return "/rounds/" + id;
				});
		return about(me, round, version, locale, page);
	}

	@GetMapping("/copy")
	ModelAndView blankCopy(@AuthenticationPrincipal Person me, @PathVariable long id) {
		funds.requireManager(me);
		Round round = rounds.require(me, id);
		return forms.show("round-copy", "fund/round-copy", Map.of("year", round.year() + 1)).addObject("round", round);
	}

	@PostMapping("/copy")
	ModelAndView copy(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam MultiValueMap<String, String> params, Locale locale) {
		funds.requireManager(me);
		Round round = rounds.require(me, id);
		ModelAndView page = forms.take("round-copy", "fund/round-copy", params, Map.of("year", round.year() + 1),
				locale, (form) -> "/rounds/" + copy(me, id, form).id() + "/settings");
		return isShown(page) ? page.addObject("round", round) : page;
	}

	private Round copy(Person me, long id, FormData form) {
		return rounds.copy(me, id, form.number("year").intValueExact(), form.text("title"));
	}

	private Map<String, Object> known(Round round, RoundPlan plan) {
		Map<String, Object> known = new LinkedHashMap<>(choices.forSettings(allFunds.require(round.fundId()), round));
		known.putAll(input.form(plan));
		return known;
	}

	private ModelAndView about(Person me, Round round, int version, Locale locale, ModelAndView page) {
		if (isShown(page)) {
			page.addObject("round", round)
				.addObject("version", version)
				.addObject("mails", mails.list(me, round.id(), locale));
		}
		return page;
	}

	private static boolean isShown(ModelAndView page) {
		return !page.getViewName().startsWith("redirect:");
	}

}
