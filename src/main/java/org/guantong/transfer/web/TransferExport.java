package org.guantong.transfer.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.transfer.MatchmakingEvent;
import org.guantong.transfer.MatchmakingEvents;
import org.guantong.transfer.TransferRegister;
import org.guantong.transfer.TransferRow;
import org.guantong.transfer.TransferState;

/** The lists of transfers and of fairs as workbooks. */
@Controller
class TransferExport {

	private static final Sheet<TransferRow> TRANSFERS = Sheet.<TransferRow>of("transfer.list.title")
		.text("transfer.column.code", TransferRow::code)
		.text("transfer.achievementLabel", TransferRow::title)
		.text("transfer.demandSideLabel", TransferRow::demandSideName)
		.text("transfer.hostLabel", TransferRow::hostName)
		.word("transfer.gateLabel",
				(row) -> row.gate() == null || row.state() == TransferState.DECLINED ? null
						: "transfer.gate." + row.gate())
		.word("transfer.stateLabel", (row) -> "transfer.state." + row.state())
		.time("transfer.column.declaredAt", TransferRow::declaredAt);

	private static final Sheet<MatchmakingEvent> EVENTS = Sheet.<MatchmakingEvent>of("transfer.events.title")
		.text("transfer.events.event", MatchmakingEvent::title)
		.text("transfer.column.heldIn", MatchmakingEvent::heldIn)
		.text("transfer.column.region", MatchmakingEvent::region)
		.whole("transfer.events.experts", MatchmakingEvent::experts)
		.whole("transfer.events.achievements", MatchmakingEvent::achievements)
		.whole("transfer.events.projects", MatchmakingEvent::projectsShown)
		.whole("transfer.events.enterprises", MatchmakingEvent::enterprises)
		.whole("transfer.events.demands", MatchmakingEvent::demandsCollected)
		.whole("transfer.events.challenges", MatchmakingEvent::challengesListed)
		.whole("transfer.events.talks", MatchmakingEvent::inTalks)
		.whole("transfer.events.signed", MatchmakingEvent::signed)
		.text("transfer.column.note",
				(event, locale) -> locale.getLanguage().equals("en") ? event.noteEn() : event.note());

	private final TransferRegister register;

	private final MatchmakingEvents events;

	private final AllPages pages;

	private final SheetWriter writer;

	TransferExport(TransferRegister register, MatchmakingEvents events, AllPages pages, SheetWriter writer) {
		this.register = register;
		this.events = events;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/transfers.xlsx", "/api/transfers.xlsx" })
	ResponseEntity<byte[]> transfers(@AuthenticationPrincipal Person me,
			@RequestParam(required = false) TransferState state, @RequestParam(defaultValue = "") String text,
			Locale locale) {
		List<TransferRow> rows = pages.of((page) -> register.list(me, state, text, page).rows());
		return writer.answer(locale, TRANSFERS.with(rows));
	}

	@GetMapping({ "/events.xlsx", "/api/events.xlsx" })
	ResponseEntity<byte[]> events(@AuthenticationPrincipal Person me, Locale locale) {
		return writer.answer(locale, EVENTS.with(events.list(me)));
	}

}
