package org.guantong.demand.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.demand.Demand;
import org.guantong.demand.DemandFilter;
import org.guantong.demand.DemandList;
import org.guantong.demand.DemandService;
import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** A round's list of demands as a workbook. */
@Controller
class DemandExport {

	private static final Sheet<DemandList.Row> SHEET = Sheet.<DemandList.Row>of("demand.list.title")
		.text("demand.column.code", DemandList.Row::code)
		.text("demand.title", DemandList.Row::title)
		.text("demand.coFunder", DemandList.Row::coFunderName)
		.text("demand.field", DemandList.Row::field)
		.text("demand.column.unit", DemandList.Row::unit)
		.word("demand.urgency", (row) -> "demand.urgency." + row.urgency())
		.word("demand.state", (row) -> "demand.state." + row.state())
		.text("demand.column.reason", DemandList.Row::reason);

	private final DemandService demands;

	private final RoundService rounds;

	private final SheetWriter writer;

	DemandExport(DemandService demands, RoundService rounds, SheetWriter writer) {
		this.demands = demands;
		this.rounds = rounds;
		this.writer = writer;
	}

	@GetMapping({ "/rounds/{id}/demands.xlsx", "/api/rounds/{id}/demands.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(required = false) Long coFunder, @RequestParam(required = false) Long field,
			@RequestParam(required = false) Demand.State state, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		rounds.require(me, id);
		List<DemandList.Row> rows = demands
			.find(me, new DemandFilter(id, coFunder, field, state, q), 0, SheetWriter.ALL_ROWS)
			.items();
		return writer.answer(locale, SHEET.with(rows));
	}

}
