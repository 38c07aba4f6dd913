package org.guantong.question.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Locale;

import org.springframework.stereotype.Component;

import org.guantong.fund.Round;
import org.guantong.question.Consensus;
import org.guantong.question.Objection;
import org.guantong.question.Objections;
import org.guantong.question.ScientificQuestion;
import org.guantong.question.ScientificQuestion.State;
import org.guantong.question.ScientificQuestions;

/** How a round's questions converge, for the office. */
@Component
class ConsultationBoard {

	private final ScientificQuestions questions;

	private final Consensus consensus;

	private final Objections objections;

	ConsultationBoard(ScientificQuestions questions, Consensus consensus, Objections objections) {
		this.questions = questions;
		this.consensus = consensus;
		this.objections = objections;
	}

	/** Which questions the office wants to see. */
	enum Show {

		/** 全部 */
		ALL,
		/** 会商中 */
		CONSULTING,
		/** 有未了结的异议 */
		OBJECTED,
		/** 多轮未商定 */
		CIRCLING,
		/** 已商定 */
		AGREED;

		boolean holds(ScientificQuestion question, Map<Long, Long> open, int most) {
			return switch (this) {
				case ALL -> true;
				case CONSULTING -> question.state() == State.CONSULTING;
				case OBJECTED -> open.containsKey(question.id());
				case CIRCLING -> isCircling(question, most);
				case AGREED -> question.state() == State.AGREED;
			};
		}

	}

	/**
	 * One question.
	 *
	 * @param unanswered open objections in which the co-funder has the last word
	 */
	record Row(ScientificQuestion question, List<Consensus.Position> positions, long unanswered, boolean circling) {
	}

	/** One page, how many there are in all, and how many of each kind. */
	record Page(List<Row> rows, int total, Map<Show, Long> counts) {
	}

	Page find(Round round, Show show, String text, int page, int size) {
		long roundId = round.id();
		int most = round.mostConsultations();
		List<ScientificQuestion> all = questions.findByRoundIdOrderByCode(roundId);
		Map<Long, Long> open = objections.openByQuestion(roundId);
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		List<ScientificQuestion> found = all.stream()
			.filter((question) -> show.holds(question, open, most))
			.filter((question) -> (question.code() + " " + question.title()).toLowerCase(Locale.ROOT).contains(wanted))
			.toList();
		int from = Math.min(found.size(), page * size);
		List<Row> rows = found.subList(from, Math.min(found.size(), from + size))
			.stream()
			.map((question) -> row(question, most))
			.toList();
		Map<Show, Long> counts = new EnumMap<>(Show.class);
		for (Show one : Show.values()) {
			counts.put(one, all.stream().filter((question) -> one.holds(question, open, most)).count());
		}
		return new Page(rows, found.size(), counts);
	}

	private Row row(ScientificQuestion question, int most) {
		long unanswered = objections.of(question.id())
			.stream()
			.filter((one) -> one.isOpen() && !one.isAnswered())
			.map(Objection::id)
			.count();
		return new Row(question, consensus.of(question), unanswered, isCircling(question, most));
	}

	/** Whether it was asked about as often as the round finds sensible, and is open. */
	static boolean isCircling(ScientificQuestion question, int most) {
		return question.consultationNumber() >= most
				&& (question.state() == State.DRAFT || question.state() == State.CONSULTING);
	}

}
