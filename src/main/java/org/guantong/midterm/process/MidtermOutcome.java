package org.guantong.midterm.process;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.midterm.MidtermDecision;
import org.guantong.midterm.MidtermDecisions;
import org.guantong.midterm.MidtermRectifications;
import org.guantong.midterm.MidtermState;

/** What a decision does once its letter is out. */
@Component
class MidtermOutcome {

	private final MidtermDecisions decisions;

	private final MidtermRectifications rectifications;

	private final MidtermProgress progress;

	private final MidtermLetters letters;

	private final AuditTrail audit;

	MidtermOutcome(MidtermDecisions decisions, MidtermRectifications rectifications, MidtermProgress progress,
			MidtermLetters letters, AuditTrail audit) {
		this.decisions = decisions;
		this.rectifications = rectifications;
		this.progress = progress;
		this.letters = letters;
		this.audit = audit;
	}

	/**
	 * From now on the decision counts: letter, project state, first attempt to rectify.
	 */
	void issue(long checkId) {
		MidtermDecision decision = decisions.latest(checkId);
		decisions.issue(decision.id());
		switch (decision.decision()) {
			case "CONTINUE" -> end(checkId, MidtermState.CONTINUED, null);
			case "CONTINUE_WITH_REMARKS" -> end(checkId, MidtermState.CONTINUED_WITH_REMARKS, null);
			case "ADJUST" -> end(checkId, MidtermState.ADJUSTED, "ADJUSTED");
			case "TERMINATE" -> end(checkId, MidtermState.TERMINATED, "TERMINATED");
			default -> {
				rectifications.begin(checkId, decision.rectifyBy());
				end(checkId, MidtermState.RECTIFYING, "RECTIFYING");
			}
		}
		letters.decided(checkId, decision.decision(), decision.remarks());
		audit.record(null, "midterm.issued", progress.check(checkId).ref(), decision.decision());
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
		letters.decided(checkId, "RECTIFIED", rectifications.latest(checkId).remarks());
		audit.record(null, "midterm.issued", progress.check(checkId).ref(), "RECTIFIED");
	}

}
