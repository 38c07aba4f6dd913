package org.guantong.linkage.web;

import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.linkage.FieldFigures;
import org.guantong.linkage.Funnel;
import org.guantong.linkage.Statistics;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The figures of a round, or of all, as a workbook of two sheets. */
@Controller
class StatisticsExport {

	private static final Sheet<Funnel.Step> FUNNEL = Sheet.<Funnel.Step>of("linkage.statistics.title")
		.word("linkage.statistics.step", (step) -> "linkage.step." + step.key())
		.whole("linkage.statistics.count", Funnel.Step::count);

	private static final Sheet<FieldFigures> FIELDS = Sheet.<FieldFigures>of("linkage.portal.field")
		.text("linkage.portal.field", (row, locale) -> locale.getLanguage().equals("en") ? row.nameEn() : row.name())
		.whole("linkage.statistics.demands", FieldFigures::demands)
		.whole("linkage.statistics.questions", FieldFigures::questions)
		.whole("linkage.statistics.directions", FieldFigures::directions)
		.whole("linkage.statistics.projects", FieldFigures::projects)
		.whole("linkage.statistics.directions2021", FieldFigures::directionsOf2021);

	private final Statistics statistics;

	private final SheetWriter writer;

	StatisticsExport(Statistics statistics, SheetWriter writer) {
		this.statistics = statistics;
		this.writer = writer;
	}

	@GetMapping({ "/statistics.xlsx", "/api/statistics.xlsx" })
	ResponseEntity<byte[]> figures(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long round,
			Locale locale) {
		return writer.answer(locale, FUNNEL.with(statistics.funnel(me, round).steps()),
				FIELDS.with(statistics.byField(me, round)));
	}

}
