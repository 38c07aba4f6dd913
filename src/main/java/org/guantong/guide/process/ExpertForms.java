package org.guantong.guide.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.fund.Criterion;
import org.guantong.fund.RoundCriteria;
import org.guantong.guide.Deliberations;
import org.guantong.review.Panel;
import org.guantong.review.PanelMember;
import org.guantong.review.Panels;
import org.guantong.review.Recommendation;
import org.guantong.review.ReviewSheet;
import org.guantong.review.Reviews;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** The experts' steps; who they are and what they say is confidential. */
@Component
class ExpertForms {

	private final DirectionFacts facts;

	private final Panels panels;

	private final Reviews reviews;

	private final Deliberations deliberations;

	private final RoundCriteria criteria;

	ExpertForms(DirectionFacts facts, Panels panels, Reviews reviews, Deliberations deliberations,
			RoundCriteria criteria) {
		this.criteria = criteria;
		this.facts = facts;
		this.panels = panels;
		this.reviews = reviews;
		this.deliberations = deliberations;
	}

	void define(StepCatalogue steps) {
		steps.step("reviewDirection")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::review)
			.check(this::checkPoints)
			.onComplete(this::submit)
			.confidential()
			.sealedWhile("answerInvitation", "reviewDirection");
	}

	/**
	 * In a later turn an expert sees the answers to their own earlier comments, nobody
	 * else's.
	 */
	private Map<String, Object> review(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		PanelMember member = panels.member(task.id("memberId"));
		Panel panel = panels.require(member.panelId());
		data.put("turn", panel.turn());
		data.put("ownReplies", ownReplies(task, panel.turn()));
		Locale locale = LocaleContextHolder.getLocale();
		data.put("scores",
				criteria(task).stream()
					.map((criterion) -> Map.of("criterion", criterion.in(locale), "asks",
							criterion.descriptionIn(locale), "most", criterion.weight()))
					.toList());
		return data;
	}

	private List<Map<String, String>> ownReplies(TaskContext task, int turn) {
		if (task.actor() == null || turn == 1) {
			return List.of();
		}
		return reviews.ownOf(task.id("memberId"), turn - 1, task.actor())
			.map((own) -> deliberations.replies(task.id("directionId"))
				.stream()
				.filter((reply) -> reply.source() == Deliberations.Voice.EXPERT && reply.sourceId() == own.id())
				.map((reply) -> Map.of("comment", reply.comment(), "reply", reply.reply(), "change", reply.change()))
				.toList())
			.orElse(List.of());
	}

	/** Full marks of a criterion are its weight. */
	private void checkPoints(TaskContext task, FormData form) {
		List<Criterion> asked = criteria(task);
		List<FormData> rows = form.rows("scores");
		List<FieldProblem> problems = IntStream.range(0, asked.size())
			.filter((row) -> rows.size() <= row || rows.get(row).number("points") == null
					|| rows.get(row).number("points").intValue() > asked.get(row).weight())
			.mapToObj((row) -> FieldProblem.of("scores[" + row + "].points", "reviewing.problem.points",
					asked.get(row).in(LocaleContextHolder.getLocale()), asked.get(row).weight()))
			.toList();
		if (!problems.isEmpty()) {
			throw new InvalidInput(problems);
		}
	}

	private void submit(TaskContext task, FormData form) {
		List<Criterion> asked = criteria(task);
		Map<String, BigDecimal> scores = new LinkedHashMap<>();
		for (int row = 0; row < asked.size(); row++) {
			scores.put(asked.get(row).code(), form.rows("scores").get(row).number("points"));
		}
		reviews.submit(task.actor(), task.id("memberId"), ReviewSheet.ofCriteria(scores,
				Recommendation.valueOf(form.text("recommendation")), form.text("comment"), form.ticked("pledge")));
	}

	/** Those of the round, in the order in which the form shows them. */
	private List<Criterion> criteria(TaskContext task) {
		return criteria.of(facts.direction(task).roundId());
	}

}
