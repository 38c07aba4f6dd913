package org.guantong.guide.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.guide.Deliberations;
import org.guantong.review.ConflictKind;
import org.guantong.review.Panel;
import org.guantong.review.PanelMember;
import org.guantong.review.Panels;
import org.guantong.review.Recommendation;
import org.guantong.review.ReviewSheet;
import org.guantong.review.Reviews;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** The experts' steps; who they are and what they say is confidential. */
@Component
class ExpertForms {

	/** The five criteria for a direction (domain, section 2), 20 points each. */
	static final List<String> CRITERIA = List.of("scientific", "normative", "inclusive", "guiding", "safe");

	private final DirectionFacts facts;

	private final Panels panels;

	private final Reviews reviews;

	private final Deliberations deliberations;

	ExpertForms(DirectionFacts facts, Panels panels, Reviews reviews, Deliberations deliberations) {
		this.facts = facts;
		this.panels = panels;
		this.reviews = reviews;
		this.deliberations = deliberations;
	}

	void define(StepCatalogue steps) {
		steps.step("answerInvitation")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::invitation)
			.onComplete(this::answer)
			.confidential();
		steps.step("reviewDirection")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::review)
			.onComplete(this::submit)
			.confidential();
	}

	private Map<String, Object> invitation(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		PanelMember member = panels.member(task.id("memberId"));
		data.put("reviewDays", panels.require(member.panelId()).reviewDays());
		return data;
	}

	private void answer(TaskContext task, FormData form) {
		long member = task.id("memberId");
		switch (form.text("answer")) {
			case "ACCEPT" -> panels.accept(task.actor(), member);
			case "DECLINE" -> panels.decline(task.actor(), member, form.text("reason"));
			default -> panels.declareConflict(task.actor(), member, ConflictKind.valueOf(form.text("conflict")),
					form.text("conflictNote"));
		}
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

	private void submit(TaskContext task, FormData form) {
		Map<String, BigDecimal> scores = new LinkedHashMap<>();
		CRITERIA.forEach((criterion) -> scores.put(criterion, form.number(criterion)));
		reviews.submit(task.actor(), task.id("memberId"), ReviewSheet.ofCriteria(scores,
				Recommendation.valueOf(form.text("recommendation")), form.text("comment"), form.ticked("pledge")));
	}

}
