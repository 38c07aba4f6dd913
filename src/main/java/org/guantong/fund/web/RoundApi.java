package org.guantong.fund.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.guantong.fund.JointFunds;
import org.guantong.fund.Round;
import org.guantong.fund.RoundMailService;
import org.guantong.fund.RoundParties;
import org.guantong.fund.RoundPlan;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.notification.LetterText;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.form.EntryForms;

/**
 * Rounds as JSON. Settings have the fields of {@code forms/entry/round-settings.form};
 * for a new round only {@code fundId}, {@code year}, {@code title} and
 * {@code demandDeadline} (a date, meant to its end in Beijing) must be given.
 */
@RestController
@RequestMapping("/api/rounds")
class RoundApi {

	private final RoundService rounds;

	private final RoundMailService mails;

	private final FundService funds;

	private final JointFunds allFunds;

	private final RoundParties parties;

	private final FundChoices choices;

	private final RoundInput input;

	private final EntryForms forms;

	RoundApi(RoundService rounds, RoundMailService mails, FundService funds, JointFunds allFunds, RoundParties parties,
			FundChoices choices, RoundInput input, EntryForms forms) {
		this.rounds = rounds;
		this.mails = mails;
		this.funds = funds;
		this.allFunds = allFunds;
		this.parties = parties;
		this.choices = choices;
		this.input = input;
		this.forms = forms;
	}

	record RoundJson(long id, int version, String code, long fundId, int year, String state, Instant deadline,
			Map<String, Object> settings) {
	}

	/** {@code year}, and {@code title} unless it is as before with the year changed. */
	record Copy(Integer year, String title) {
	}

	/**
	 * One mail in one language, its placeholders by name; {@code own} unless these are
	 * the usual words.
	 */
	record MailJson(String key, String language, String subject, String body, List<String> placeholders, boolean own) {
	}

	@GetMapping
	List<RoundJson> list(@AuthenticationPrincipal Person me) {
		return rounds.list(me).stream().map((round) -> json(me, round)).toList();
	}

	@GetMapping("/{id}")
	RoundJson show(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(me, rounds.require(me, id));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	RoundJson create(@AuthenticationPrincipal Person me, @RequestBody Map<String, Object> sent) {
		funds.requireManager(me);
		FormData form = forms.valid("round", sent, choices.forRound(me));
		long fund = Long.parseLong(form.text("fundId"));
		int year = form.number("year").intValueExact();
		RoundPlan usual = rounds.usualPlan(me, fund, year, input.settings(form));
		RoundPlan plan = changed(usual, choices.forSettings(allFunds.require(fund), year, List.of()), sent);
		return json(me, rounds.create(me, fund, year, plan));
	}

	/**
	 * Settings that are not sent stay; {@code version} guards against others' changes.
	 */
	@PutMapping("/{id}")
	RoundJson change(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Map<String, Object> sent) {
		funds.requireManager(me);
		Round round = rounds.require(me, id);
		int version = sent.get("version") instanceof Number number ? number.intValue() : round.version();
		// by the API nothing is hidden: what is locked is refused, not passed over
		Map<String, Object> known = choices.forSettings(allFunds.require(round.fundId()), round.year(),
				parties.coFunders(id));
		return json(me, rounds.change(me, id, version, changed(rounds.plan(me, id), known, sent)));
	}

	@PostMapping("/{id}/open")
	RoundJson open(@AuthenticationPrincipal Person me, @PathVariable long id) {
		return json(me, rounds.open(me, id));
	}

	@PostMapping("/{id}/copy")
	@ResponseStatus(HttpStatus.CREATED)
	RoundJson copy(@AuthenticationPrincipal Person me, @PathVariable long id, @RequestBody Copy copy) {
		funds.requireManager(me);
		if (copy.year() == null) {
			throw InvalidInput.of("year", "form.required");
		}
		return json(me, rounds.copy(me, id, copy.year(), copy.title()));
	}

	/** All mails; {@code own} for those the round has words of its own for. */
	@GetMapping("/{id}/mails")
	List<RoundMailService.Listed> mails(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		return mails.list(me, id, locale);
	}

	@GetMapping("/{id}/mails/{key}")
	List<MailJson> mail(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable String key) {
		return mails.read(me, id, key)
			.stream()
			.map((mail) -> new MailJson(key, mail.language().getLanguage(), mail.text().subject(), mail.text().body(),
					mail.placeholders(), mail.own()))
			.toList();
	}

	/**
	 * By language; empty texts mean the usual ones, a language that is left out stays.
	 */
	@PutMapping("/{id}/mails/{key}")
	List<MailJson> writeMail(@AuthenticationPrincipal Person me, @PathVariable long id, @PathVariable String key,
			@RequestBody Map<String, LetterText> sent) {
		Map<Locale, LetterText> texts = new LinkedHashMap<>();
		RoundMailService.LANGUAGES.stream()
			.filter((language) -> sent.get(language.getLanguage()) != null)
			.forEach((language) -> texts.put(language, withoutNull(sent.get(language.getLanguage()))));
		mails.write(me, id, key, texts);
		return mail(me, id, key);
	}

	private RoundPlan changed(RoundPlan before, Map<String, Object> choices, Map<String, Object> sent) {
		Map<String, Object> all = input.form(before);
		all.putAll(sent);
		return input.plan(forms.valid("round-settings", all, choices), before);
	}

	private RoundJson json(Person me, Round round) {
		return new RoundJson(round.id(), round.version(), round.code(), round.fundId(), round.year(),
				round.state().name(), round.demandDeadline(), input.form(rounds.plan(me, round.id())));
	}

	private static LetterText withoutNull(LetterText text) {
		return new LetterText(text.subject() == null ? "" : text.subject(), text.body() == null ? "" : text.body());
	}

}
