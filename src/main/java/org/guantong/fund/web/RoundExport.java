package org.guantong.fund.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.FundService;
import org.guantong.fund.JointFund;
import org.guantong.fund.Round;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The lists of rounds and of funds as workbooks. */
@Controller
class RoundExport {

	private static final Sheet<Round> ROUNDS = Sheet.<Round>of("fund.rounds")
		.text("fund.code", Round::code)
		.text("fund.round", Round::title)
		.whole("fund.year", Round::year)
		.word("fund.state", (round) -> "fund.round.state." + round.state())
		.time("fund.deadline", Round::demandDeadline);

	private static final Sheet<JointFund> FUNDS = Sheet.<JointFund>of("fund.title")
		.text("fund.code", JointFund::code)
		.text("fund.name", JointFund::name)
		.word("fund.type", (fund) -> "fund.type." + fund.type());

	private final RoundService rounds;

	private final FundService funds;

	private final SheetWriter writer;

	RoundExport(RoundService rounds, FundService funds, SheetWriter writer) {
		this.rounds = rounds;
		this.funds = funds;
		this.writer = writer;
	}

	@GetMapping({ "/rounds.xlsx", "/api/rounds.xlsx" })
	ResponseEntity<byte[]> rounds(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String q,
			@RequestParam(required = false) Round.State state, Locale locale) {
		List<Round> found = rounds.list(me)
			.stream()
			.filter((round) -> state == null || round.state() == state)
			.filter((round) -> (round.code() + " " + round.title()).contains(q.strip()))
			.toList();
		return writer.answer(locale, ROUNDS.with(found));
	}

	@GetMapping({ "/funds.xlsx", "/api/funds.xlsx" })
	ResponseEntity<byte[]> funds(@AuthenticationPrincipal Person me, Locale locale) {
		return writer.answer(locale, FUNDS.with(funds.list(me)));
	}

}
