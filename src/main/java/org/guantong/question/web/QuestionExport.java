package org.guantong.question.web;

import java.util.List;
import java.util.Locale;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.identity.Person;
import org.guantong.question.QuestionList;
import org.guantong.question.QuestionService;
import org.guantong.question.ScientificQuestion;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** The list of questions as a workbook. */
@Controller
class QuestionExport {

	private static final Sheet<QuestionList.Row> SHEET = Sheet.<QuestionList.Row>of("question.list.title")
		.text("question.column.code", QuestionList.Row::code)
		.text("question.title", QuestionList.Row::title)
		.text("question.column.round", QuestionList.Row::roundTitle)
		.text("question.field", QuestionList.Row::field)
		.whole("question.demands", QuestionList.Row::demandCount)
		.whole("question.consultations", QuestionList.Row::consultationNumber)
		.word("question.state", (row) -> "question.state." + row.state());

	private final QuestionService questions;

	private final SheetWriter writer;

	QuestionExport(QuestionService questions, SheetWriter writer) {
		this.questions = questions;
		this.writer = writer;
	}

	@GetMapping({ "/questions.xlsx", "/api/questions.xlsx" })
	ResponseEntity<byte[]> list(@AuthenticationPrincipal Person me, @RequestParam(required = false) Long round,
			@RequestParam(required = false) ScientificQuestion.State state, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		List<QuestionList.Row> rows = questions
			.find(me, new QuestionList.Filter(round, state, q), 0, SheetWriter.ALL_ROWS)
			.items();
		return writer.answer(locale, SHEET.with(rows));
	}

}
