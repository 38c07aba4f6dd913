package org.guantong.guide.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.Field;
import org.guantong.fund.Fields;
import org.guantong.guide.DirectionDirectory;
import org.guantong.guide.DirectionEntry;
import org.guantong.guide.DirectionFilter;
import org.guantong.guide.GuideDirection;
import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The list of directions as a workbook. */
@Controller
class DirectionExport {

	private final DirectionDirectory directory;

	private final Fields fields;

	private final SheetWriter writer;

	DirectionExport(DirectionDirectory directory, Fields fields, SheetWriter writer) {
		this.directory = directory;
		this.fields = fields;
		this.writer = writer;
	}

	@GetMapping({ "/directions.xlsx", "/api/directions.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long round,
			@RequestParam(required = false) Long field, @RequestParam(required = false) GuideDirection.State state,
			@RequestParam(defaultValue = "") String q, @RequestParam(required = false) Long officer, Locale locale) {
		DirectionFilter filter = new DirectionFilter(round, field, state, q, me.readsEverything() ? officer : null);
		List<DirectionEntry> rows = directory.find(me, filter, 0, SheetWriter.ALL_ROWS);
		return writer.answer(locale, sheet(locale).with(rows));
	}

	private Sheet<DirectionEntry> sheet(Locale locale) {
		Map<Long, String> names = fields.findAllByOrderByPosition()
			.stream()
			.collect(Collectors.toMap(Field::id, (field) -> field.in(locale)));
		return Sheet.<DirectionEntry>of("guide.directions")
			.text("guide.code", DirectionEntry::code)
			.text("guide.title", DirectionEntry::title)
			.text("guide.field", (row) -> names.get(row.fieldId()))
			.word("guide.state", (row) -> "guide.state." + row.state())
			.whole("guide.number", DirectionEntry::number)
			.text("guide.round", DirectionEntry::round);
	}

}
