package org.guantong.guide.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.review.Conflict;
import org.guantong.review.Expert;
import org.guantong.review.MemberState;
import org.guantong.review.Panel;
import org.guantong.review.PanelMember;
import org.guantong.review.PanelSummary;
import org.guantong.review.Panels;
import org.guantong.review.Reviews;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/**
 * The office's steps about the panel; they name experts, so all of them are confidential.
 */
@Component
class PanelForms {

	private static final int MOST_EXPERTS = 15;

	private final DirectionFacts facts;

	private final Panels panels;

	private final Reviews reviews;

	private final InvitationForms invitations;

	PanelForms(DirectionFacts facts, Panels panels, Reviews reviews, InvitationForms invitations) {
		this.invitations = invitations;
		this.facts = facts;
		this.panels = panels;
		this.reviews = reviews;
	}

	void define(StepCatalogue steps) {
		invitations.define(steps);
		steps.step("confirmPanel")
			.about((task) -> facts.direction(task).subject())
			.page((task) -> "/panels/" + facts.panel(task.id("directionId")))
			.prefill(this::proposal)
			.check(this::checkPanel)
			.onComplete(this::confirm)
			.confidential();
		steps.step("addressQuorum")
			.about((task) -> facts.direction(task).subject())
			.page((task) -> "/panels/" + facts.panel(task.id("directionId")))
			.prefill(this::standing)
			.check(this::checkQuorum)
			.decide(this::address)
			.confidential();
	}

	private Map<String, Object> proposal(TaskContext task) {
		Panel panel = panels.require(facts.panel(task.id("directionId")));
		List<PanelMember> members = panels.members(panel.id())
			.stream()
			.filter((member) -> member.state() == MemberState.PROPOSED)
			.toList();
		Map<String, Object> data = facts.about(task);
		data.put("needed", facts.round(facts.direction(task)).expertsPerDirection());
		data.put("candidates", members.stream().map(this::row).toList());
		data.put("conflicts",
				panels.conflicts(panel.id())
					.stream()
					.map((conflict) -> Map.of("name", conflict.name(), "organisation", conflict.organisation(),
							"conflict", conflict(conflict)))
					.toList());
		// what is chosen comes back in the order of the options: reserves are asked by
		// fit
		List<Map<String, String>> options = new ArrayList<>(members.stream()
			.sorted(Comparator.comparingDouble(PanelMember::affinity).reversed().thenComparing(PanelMember::expertId))
			.map(PanelForms::option)
			.toList());
		panels.eligible(panel.id()).forEach((expert) -> options.add(option(expert)));
		data.put("candidateOptions", options);
		data.put("experts", ids(members, true));
		data.put("reserves", ids(members, false));
		data.put("answerDays", panel.answerDays());
		data.put("reviewDays", panel.reviewDays());
		return data;
	}

	private String conflict(Conflict conflict) {
		String kind = facts.text("review.conflict." + conflict.kind());
		return conflict.note() == null || conflict.note().isEmpty() ? kind : kind + "：" + conflict.note();
	}

	private void checkPanel(TaskContext task, FormData form) {
		int needed = facts.round(facts.direction(task)).expertsPerDirection();
		int chosen = form.choices("experts").size();
		if (chosen < needed || chosen > MOST_EXPERTS) {
			throw InvalidInput.of("experts", "guide.problem.experts", needed, MOST_EXPERTS);
		}
	}

	private void confirm(TaskContext task, FormData form) {
		long panel = facts.panel(task.id("directionId"));
		panels.confirm(task.actor(), panel, numbers(form.choices("experts")), numbers(form.choices("reserves")),
				form.number("answerDays").intValueExact(), form.number("reviewDays").intValueExact());
		panels.invite(panel);
	}

	private Map<String, Object> standing(TaskContext task) {
		long panel = facts.panel(task.id("directionId"));
		PanelSummary summary = reviews.summary(panel);
		Map<String, Object> data = facts.about(task);
		data.put("reviewCount", summary.count());
		data.put("needed", summary.needed());
		data.put("members",
				panels.members(panel)
					.stream()
					.filter((member) -> member.state() != MemberState.PROPOSED)
					.map((member) -> Map.of("name", member.name(), "organisation", member.organisation(), "state",
							facts.text("review.member." + member.state()), "reason",
							member.reason() == null ? "" : member.reason()))
					.toList());
		data.put("moreOptions", panels.eligible(panel).stream().map(PanelForms::option).toList());
		return data;
	}

	/** Going on makes sense only when somebody is left to be waited for. */
	private void checkQuorum(TaskContext task, FormData form) {
		boolean anyLapsed = panels.members(facts.panel(task.id("directionId")))
			.stream()
			.anyMatch((member) -> member.state() == MemberState.LAPSED);
		if (!closes(form) && form.choices("moreExperts").isEmpty() && !anyLapsed) {
			throw InvalidInput.of("moreExperts", "guide.problem.moreExperts");
		}
	}

	private Map<String, Object> address(TaskContext task, FormData form) {
		if (!closes(form)) {
			panels.extend(task.actor(), facts.panel(task.id("directionId")), numbers(form.choices("moreExperts")),
					form.number("days").intValueExact());
		}
		return Map.of("closeReview", closes(form));
	}

	private static boolean closes(FormData form) {
		return "CLOSE".equals(form.text("decision"));
	}

	private Map<String, String> row(PanelMember member) {
		String reason = String.join("、", member.matchedCodes())
				+ (member.matchedCodes().isEmpty() || member.sharedTerms().isEmpty() ? "" : "；")
				+ String.join("、", member.sharedTerms());
		return Map.of("name", member.name(), "organisation", member.organisation(), "affinity",
				percent(member.affinity()), "reason", reason.isEmpty() ? facts.text("guide.panel.noReason") : reason,
				"suggested", facts.text(member.chosen() ? "guide.panel.invite" : "guide.panel.reserve"));
	}

	private static Map<String, String> option(PanelMember member) {
		return Map.of("value", Long.toString(member.expertId()), "label",
				member.name() + "（" + member.organisation() + "） " + percent(member.affinity()));
	}

	private static Map<String, String> option(Expert expert) {
		return Map.of("value", Long.toString(expert.id()), "label",
				expert.name() + "（" + expert.organisation() + "） " + String.join(" ", expert.codes()));
	}

	private static List<String> ids(List<PanelMember> members, boolean chosen) {
		return members.stream()
			.filter((member) -> member.chosen() == chosen)
			.map((member) -> Long.toString(member.expertId()))
			.toList();
	}

	private static List<Long> numbers(List<String> ids) {
		return ids.stream().map(Long::valueOf).toList();
	}

	private static String percent(double share) {
		return Math.round(share * 100) + "%";
	}

}
