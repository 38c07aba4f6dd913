package org.guantong.workflow.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;
import org.guantong.workflow.Case;
import org.guantong.workflow.Cases;
import org.guantong.workflow.inbox.TaskTitles;

/** The list of cases as a workbook. */
@Controller
class CaseExport {

	private static final Sheet<Case> SHEET_OF_SUBJECTS = Sheet.<Case>of("workflow.cases.title")
		.text("workflow.column.code", (one) -> one.subject().code())
		.text("workflow.cases.subject", (one) -> one.subject().title());

	private final Cases cases;

	private final TaskTitles titles;

	private final SheetWriter writer;

	CaseExport(Cases cases, TaskTitles titles, SheetWriter writer) {
		this.cases = cases;
		this.titles = titles;
		this.writer = writer;
	}

	@GetMapping({ "/cases.xlsx", "/api/cases.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(defaultValue = "") String process,
			Locale locale) {
		List<Case> rows = cases.visibleTo(me, process.isEmpty() ? null : process, 0, SheetWriter.ALL_ROWS);
		return writer.answer(locale, sheet().with(rows));
	}

	private Sheet<Case> sheet() {
		return SHEET_OF_SUBJECTS.text("workflow.cases.process", (one, locale) -> titles.process(one.process(), locale))
			.time("workflow.cases.started", Case::startedAt)
			.time("workflow.column.ended", Case::endedAt)
			.word("workflow.cases.state", (one) -> one.isRunning() ? "workflow.cases.running" : "workflow.column.over");
	}

}
