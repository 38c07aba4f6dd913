package org.guantong.question.web;

import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import org.guantong.fund.RoundService;
import org.guantong.identity.Person;
import org.guantong.question.DistillationService;
import org.guantong.question.QuestionService;
import org.guantong.question.RoundDemands.Item;
import org.guantong.spreadsheet.Sheet;
import org.guantong.spreadsheet.SheetWriter;

/** What became of each demand, and where the co-funders stand, as workbooks. */
@Controller
class ConvergenceExport {

	private static final Sheet<Item> DEMANDS = Sheet.<Item>of("question.distillation")
		.text("question.column.code", (one) -> one.source().code())
		.text("demand.title", (one) -> one.source().title())
		.text("demand.coFunder", (one) -> one.source().coFunderName())
		.text("demand.column.unit", (one) -> one.source().unit())
		.text("question.title", (one) -> one.questionId() == null ? "" : one.questionCode() + " " + one.questionTitle())
		.text("question.column.aside", Item::asideReason);

	private final DistillationService distillation;

	private final ConsultationBoard board;

	private final QuestionService questions;

	private final RoundService rounds;

	private final MessageSource messages;

	private final SheetWriter writer;

	ConvergenceExport(DistillationService distillation, ConsultationBoard board, QuestionService questions,
			RoundService rounds, MessageSource messages, SheetWriter writer) {
		this.distillation = distillation;
		this.board = board;
		this.questions = questions;
		this.rounds = rounds;
		this.messages = messages;
		this.writer = writer;
	}

	@GetMapping({ "/rounds/{id}/distillation.xlsx", "/api/rounds/{id}/distillation.xlsx" })
	ResponseEntity<byte[]> demands(@AuthenticationPrincipal Person me, @PathVariable long id, Locale locale) {
		questions.requireWatcher(me);
		return writer.answer(locale, DEMANDS.with(distillation.demands(me, id)));
	}

	@GetMapping({ "/rounds/{id}/consultation.xlsx", "/api/rounds/{id}/consultation.xlsx" })
	ResponseEntity<byte[]> board(@AuthenticationPrincipal Person me, @PathVariable long id,
			@RequestParam(defaultValue = "ALL") ConsultationBoard.Show show, @RequestParam(defaultValue = "") String q,
			Locale locale) {
		questions.requireWatcher(me);
		return writer.answer(locale,
				Sheet.<ConsultationBoard.Row>of("question.board")
					.text("question.column.code", (row) -> row.question().code())
					.text("question.title", (row) -> row.question().title())
					.whole("question.consultations", (row) -> row.question().consultationNumber())
					.text("question.stands", this::stands)
					.word("question.state", (row) -> "question.state." + row.question().state())
					.with(board.find(rounds.require(me, id), show, q, 0, SheetWriter.ALL_ROWS).rows()));
	}

	private String stands(ConsultationBoard.Row row, Locale locale) {
		return row.positions()
			.stream()
			.map((one) -> one.coFunderName() + " " + messages.getMessage("question.stand." + one.stand(), null, locale))
			.collect(Collectors.joining("\n"));
	}

}
