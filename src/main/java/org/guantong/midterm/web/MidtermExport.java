package org.guantong.midterm.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.midterm.MidtermBoard;
import org.guantong.midterm.MidtermFilter;
import org.guantong.midterm.MidtermRow;
import org.guantong.midterm.MidtermState;
import org.guantong.spreadsheet.AllPages;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The board of mid-term checks as a workbook. */
@Controller
class MidtermExport {

	private static final Sheet<MidtermRow> SHEET = Sheet.<MidtermRow>of("midterm.board.title")
		.text("midterm.label.code", MidtermRow::code)
		.text("midterm.label.project", MidtermRow::title)
		.text("midterm.label.pi", MidtermRow::pi)
		.text("midterm.column.host", MidtermRow::host)
		.whole("midterm.column.season", MidtermRow::season)
		.day("midterm.label.dueOn", MidtermRow::dueOn)
		.word("midterm.board.overdue", (row) -> row.overdue() ? "midterm.board.overdue" : null)
		.whole("midterm.label.flags", MidtermRow::flags)
		.word("midterm.label.state", (row) -> "midterm.state." + row.state());

	private final MidtermBoard board;

	private final AllPages pages;

	private final SheetWriter writer;

	MidtermExport(MidtermBoard board, AllPages pages, SheetWriter writer) {
		this.board = board;
		this.pages = pages;
		this.writer = writer;
	}

	@GetMapping({ "/midterm.xlsx", "/api/midterm.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String text,
			@RequestParam(required = false) MidtermState state, @RequestParam(defaultValue = "") String due,
			@RequestParam(required = false) Integer season, Locale locale) {
		List<MidtermRow> rows = pages
			.of((page) -> board.find(me, new MidtermFilter(text, state, due, season, page)).items());
		return writer.answer(locale, SHEET.with(rows));
	}

}
