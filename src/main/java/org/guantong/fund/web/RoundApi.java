package org.guantong.fund.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import org.guantong.fund.FundService;
import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.fund.RoundSettings;
import org.guantong.identity.Person;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/**
 * Rounds as JSON. What is sent has the fields of {@code forms/entry/round.form}; of the
 * settings only {@code title} and {@code demandDeadline} (a date, meant to its end in
 * Beijing) must be given.
 */
@RestController
@RequestMapping("/api/rounds")
class RoundApi {

	private final RoundService rounds;

	private final FundService funds;

	private final FundChoices choices;

	private final RoundInput input;

	private final EntryForms forms;

	RoundApi(RoundService rounds, FundService funds, FundChoices choices, RoundInput input, EntryForms forms) {
		this.rounds = rounds;
		this.funds = funds;
		this.choices = choices;
		this.input = input;
		this.forms = forms;
	}

	record RoundJson(long id, int version, String code, long fundId, int year, String state, Instant deadline,
			Map<String, Object> settings) {
	}

	@GetMapping
	List<RoundJson> list(@AuthenticationPrincipal Person me) {
		return rounds.list(me).stream().map(this::json).toList();
	}

	@GetMapping("/{id}")
	RoundJson show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(rounds.require(me, id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	RoundJson create(@AuthenticationPrincipal Person me, @RequestBody Map<String, Object> sent) {
		funds.requireManager(me);
		FormData form = forms.valid("round", input.withUsual(sent), choices.forRound(me));
		return json(rounds.create(me, Long.parseLong(form.text("fundId")), form.number("year").intValueExact(),
				input.settings(form)));
	}

	/**
	 * Settings that are not sent stay; {@code version} guards against others' changes.
	 */
	@PutMapping("/{id}")
	RoundJson change(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Map<String, Object> sent) {
		Round round = rounds.require(me, id);
		Map<String, Object> all = input.form(RoundSettings.of(round));
		all.putAll(sent);
		int version = sent.get("version") instanceof Number number ? number.intValue() : round.version();
		return json(rounds.change(me, id, version, input.settings(forms.valid("round-settings", all, Map.of()))));
	}

	@PostMapping("/{id}/open")
	RoundJson open(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(rounds.open(me, id));
	}

	private RoundJson json(Round round) {
		return new RoundJson(round.id(), round.version(), round.code(), round.fundId(), round.year(),
				round.state().name(), round.demandDeadline(), input.form(RoundSettings.of(round)));
	}

}
