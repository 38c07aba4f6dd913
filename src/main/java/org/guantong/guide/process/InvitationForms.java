package org.guantong.guide.process;

import java.time.Duration;
import java.util.Map;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.review.ConflictKind;
import org.guantong.review.DeclineReason;
import org.guantong.review.PanelMember;
import org.guantong.review.Panels;
import org.guantong.review.Pledges;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** The expert's answer to an invitation; who is invited is confidential. */
@Component
class InvitationForms {

	private final DirectionFacts facts;

	private final Panels panels;

	private final Pledges pledges;

	InvitationForms(DirectionFacts facts, Panels panels, Pledges pledges) {
		this.facts = facts;
		this.panels = panels;
		this.pledges = pledges;
	}

	void define(StepCatalogue steps) {
		steps.step("answerInvitation")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::invitation)
			.check(InvitationForms::check)
			.onComplete(this::answer)
			.remindBefore((task) -> Duration.ofDays(facts.round(facts.direction(task)).reminderDays()))
			.confidential();
	}

	private Map<String, Object> invitation(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		PanelMember member = panels.member(task.id("memberId"));
		data.put("reviewDays", panels.require(member.panelId()).reviewDays());
		data.put("pledgeText", pledges.text(LocaleContextHolder.getLocale()));
		return data;
	}

	private static void check(TaskContext task, FormData form) {
		if ("DECLINE".equals(form.text("answer")) && "OTHER".equals(form.text("declineReason"))
				&& said(form, "reason").isBlank()) {
			throw InvalidInput.of("reason", "guide.problem.declineReason");
		}
	}

	private void answer(TaskContext task, FormData form) {
		long member = task.id("memberId");
		switch (form.text("answer")) {
			case "ACCEPT" -> panels.accept(task.actor(), member);
			case "DECLINE" -> panels.decline(task.actor(), member, DeclineReason.valueOf(form.text("declineReason")),
					said(form, "reason"));
			default -> panels.declareConflict(task.actor(), member, ConflictKind.valueOf(form.text("conflict")),
					said(form, "conflictNote"));
		}
	}

	private static String said(FormData form, String field) {
		return form.text(field) == null ? "" : form.text(field);
	}

}
