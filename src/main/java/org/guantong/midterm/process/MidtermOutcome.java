package org.guantong.midterm.process;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.midterm.MidtermDecision;
import org.guantong.midterm.MidtermDecisions;
import org.guantong.midterm.MidtermRectifications;
import org.guantong.midterm.MidtermState;
import org.guantong.project.Project;
import org.guantong.project.payment.ProjectPayments;

/** What a decision does once its letter is out. */
@Component
class MidtermOutcome {

	private final MidtermDecisions decisions;

	private final MidtermRectifications rectifications;

	private final MidtermProgress progress;

	private final MidtermLetters letters;

	private final ProjectPayments payments;

	private final AuditTrail audit;

	MidtermOutcome(MidtermDecisions decisions, MidtermRectifications rectifications, MidtermProgress progress,
			MidtermLetters letters, ProjectPayments payments, AuditTrail audit) {
		this.decisions = decisions;
		this.rectifications = rectifications;
		this.progress = progress;
		this.letters = letters;
		this.payments = payments;
		this.audit = audit;
	}

	/**
	 * From now on the decision counts: letter, project state, payments, first attempt to
	 * rectify.
	 */
	void issue(long checkId) {
		MidtermDecision decision = decisions.latest(checkId);
		decisions.issue(decision.id());
		switch (decision.decision()) {
			case "CONTINUE" -> end(checkId, MidtermState.CONTINUED, null);
			case "CONTINUE_WITH_REMARKS" -> end(checkId, MidtermState.CONTINUED_WITH_REMARKS, null);
			case "ADJUST" -> end(checkId, MidtermState.ADJUSTED, "ADJUSTED");
			case "SUSPEND_PAYMENT" -> {
				progress.to(checkId, MidtermState.PAYMENT_SUSPENDED);
				progress.backToWork(checkId);
			}
			case "TERMINATE" -> end(checkId, MidtermState.TERMINATED, "TERMINATED");
			default -> {
				rectifications.begin(checkId, decision.rectifyBy());
				end(checkId, MidtermState.RECTIFYING, "RECTIFYING");
			}
		}
		settlePayments(checkId, decision);
		letters.decided(checkId, decision.decision(), decision.remarks());
		audit.record(null, "midterm.issued", progress.check(checkId).ref(), decision.decision());
	}

	/** What is paid follows what was decided. */
	private void settlePayments(long checkId, MidtermDecision decision) {
		Project project = progress.projectOf(checkId);
		switch (decision.decision()) {
			case "RECTIFY" -> payments.hold(project, "RECTIFY", decision.remarks(), decision.rectifyBy());
			case "ADJUST" -> payments.hold(project, "ADJUST", decision.remarks(), null);
			case "SUSPEND_PAYMENT" -> payments.hold(project, "SUSPEND", decision.remarks(), decision.reviewOn());
			case "TERMINATE" -> payments.cancel(project);
			default -> payments.passed(project);
		}
	}

	private void end(long checkId, MidtermState state, String projectState) {
		progress.to(checkId, state);
		if (projectState != null) {
			progress.project(checkId, projectState);
		}
	}

	/** Things were put right: the project runs on. */
	void pass(long checkId) {
		end(checkId, MidtermState.RECTIFIED, "RUNNING");
		payments.passed(progress.projectOf(checkId));
		letters.decided(checkId, "RECTIFIED", rectifications.latest(checkId).remarks());
		audit.record(null, "midterm.issued", progress.check(checkId).ref(), "RECTIFIED");
	}

}
