package org.guantong.midterm.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.midterm.MidtermDecisions;
import org.guantong.midterm.MidtermRectification;
import org.guantong.midterm.MidtermRectifications;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.MidtermWords;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** Putting things right: the PI reports, the host agrees, the office checks again. */
@Component
class RectificationTasks {

	private final MidtermSheets sheets;

	private final MidtermDecisions decisions;

	private final MidtermRectifications rectifications;

	private final DecisionTasks decisionTasks;

	private final MidtermProgress progress;

	private final MidtermLetters letters;

	private final MidtermWords words;

	private final AuditTrail audit;

	private final Clock clock;

	RectificationTasks(MidtermSheets sheets, MidtermDecisions decisions, MidtermRectifications rectifications,
			DecisionTasks decisionTasks, MidtermProgress progress, MidtermLetters letters, MidtermWords words,
			AuditTrail audit, Clock clock) {
		this.sheets = sheets;
		this.decisions = decisions;
		this.rectifications = rectifications;
		this.decisionTasks = decisionTasks;
		this.progress = progress;
		this.letters = letters;
		this.words = words;
		this.audit = audit;
		this.clock = clock;
	}

	void define(StepCatalogue steps) {
		steps.step("reportRectification").prefill(this::form).onComplete(this::report);
		steps.step("endorseRectification").prefill(this::form).onComplete(this::endorse);
		steps.step("recheck").prefill(this::recheckForm).check(this::checkRecheck).decide(this::recheck);
	}

	private Map<String, Object> form(TaskContext task) {
		long check = task.id("checkId");
		MidtermRectification latest = rectifications.latest(check);
		Map<String, Object> form = sheets.head(check);
		form.put("orderText", decisions.latest(check).remarks());
		form.put("orderDue", latest.dueOn().toString());
		form.put("attemptTable", decisionTasks.attempts(check));
		form.put("report", latest.report());
		form.put("reportText", latest.report());
		form.put("returned", latest.returned());
		return form;
	}

	private void report(TaskContext task, FormData form) {
		rectifications.report(rectifications.latest(task.id("checkId")).id(), form.text("report"));
	}

	private void endorse(TaskContext task, FormData form) {
		long check = task.id("checkId");
		long latest = rectifications.latest(check).id();
		if (form.text("decision").equals("ENDORSE")) {
			rectifications.endorse(latest);
			return;
		}
		rectifications.giveBack(latest, form.text("reasons"));
		letters.returned(check, task.actor(), form.text("reasons"));
	}

	private Map<String, Object> recheckForm(TaskContext task) {
		Map<String, Object> form = form(task);
		List<String> results = new ArrayList<>(List.of("PASSED"));
		if (mayTryAgain(task.id("checkId"))) {
			results.add("AGAIN");
		}
		results.add("FAILED");
		form.put("results",
				results.stream()
					.map((code) -> MidtermSheets.row("value", code, "label", words.of("recheck", code)))
					.toList());
		return form;
	}

	/** So many attempts as the round allows; then the project is adjusted or ended. */
	private boolean mayTryAgain(long check) {
		return rectifications.of(check).size() < progress.settings(check).rectifications();
	}

	private void checkRecheck(TaskContext task, FormData form) {
		LocalDate again = form.date("again");
		if (again != null && !again.isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("again", "midterm.invalid.past");
		}
	}

	private Map<String, Object> recheck(TaskContext task, FormData form) {
		long check = task.id("checkId");
		String result = form.text("result");
		rectifications.recheck(rectifications.latest(check).id(), result, form.text("remarks"), task.actor().id());
		audit.record(task.actor(), "midterm.rechecked", progress.check(check).ref(), result);
		if (result.equals("AGAIN")) {
			rectifications.begin(check, form.date("again"));
			letters.decided(check, "AGAIN", form.text("remarks"));
		}
		if (result.equals("FAILED")) {
			progress.to(check, MidtermState.DECIDING);
		}
		return Map.of("recheck", result);
	}

}
