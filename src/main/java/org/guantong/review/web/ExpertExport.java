package org.guantong.review.web;

import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import org.guantong.identity.Person;
import org.guantong.review.Expert;
import org.guantong.review.ExpertRow;
import org.guantong.review.ExpertService;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The directory of experts as a workbook, for the office. */
@Controller
class ExpertExport {

	private static final Sheet<Expert> SHEET = Sheet.<Expert>of("app.nav.experts")
		.text("review.expert.name", Expert::name)
		.text("review.expert.organisation", Expert::organisation)
		.text("review.expert.codes", (one) -> String.join(" ", one.codes()))
		.text("review.expert.keywords.label", (one) -> String.join(" ", one.keywords()))
		.whole("review.expert.load", Expert::load)
		.whole("review.column.mostPanels", Expert::mostPanels);

	private final ExpertService experts;

	private final SheetWriter writer;

	ExpertExport(ExpertService experts, SheetWriter writer) {
		this.experts = experts;
		this.writer = writer;
	}

	@GetMapping({ "/experts.xlsx", "/api/experts.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, ExpertController.Filter typed, Locale locale) {
		return writer.answer(locale,
				SHEET.with(experts.find(me, typed.filter(), 0, SheetWriter.ALL_ROWS)
					.rows()
					.stream()
					.map(ExpertRow::expert)
					.toList()));
	}

}
