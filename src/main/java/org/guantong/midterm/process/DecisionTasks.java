package org.guantong.midterm.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.audit.AuditTrail;
import org.guantong.midterm.MidtermDecision;
import org.guantong.midterm.MidtermDecisions;
import org.guantong.midterm.MidtermRectification;
import org.guantong.midterm.MidtermRectifications;
import org.guantong.midterm.MidtermReview;
import org.guantong.midterm.MidtermReviews;
import org.guantong.midterm.MidtermState;
import org.guantong.midterm.MidtermWords;
import org.guantong.midterm.visit.MidtermVisit;
import org.guantong.midterm.visit.MidtermVisits;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** The office's decision, and the second person's word on a termination. */
@Component
class DecisionTasks {

	private static final List<String> ALL = List.of("CONTINUE", "CONTINUE_WITH_REMARKS", "RECTIFY", "ADJUST",
			"SUSPEND_PAYMENT", "TERMINATE");

	/** What is left after things were not put right. */
	private static final List<String> AFTER_FAILURE = List.of("ADJUST", "SUSPEND_PAYMENT", "TERMINATE");

	private final MidtermSheets sheets;

	private final MidtermReviews reviews;

	private final MidtermDecisions decisions;

	private final MidtermRectifications rectifications;

	private final MidtermVisits visits;

	private final MidtermProgress progress;

	private final MidtermWords words;

	private final AuditTrail audit;

	private final Clock clock;

	DecisionTasks(MidtermSheets sheets, MidtermReviews reviews, MidtermDecisions decisions,
			MidtermRectifications rectifications, MidtermVisits visits, MidtermProgress progress, MidtermWords words,
			AuditTrail audit, Clock clock) {
		this.sheets = sheets;
		this.reviews = reviews;
		this.decisions = decisions;
		this.rectifications = rectifications;
		this.visits = visits;
		this.progress = progress;
		this.words = words;
		this.audit = audit;
		this.clock = clock;
	}

	void define(StepCatalogue steps) {
		// Kept from PI and host until the letter is out; that tells them what counts.
		steps.step("decide").prefill(this::decideForm).check(this::checkDecision).decide(this::decide).confidential();
		steps.step("confirmTermination")
			.prefill(this::confirmForm)
			.check(this::checkSecondPerson)
			.decide(this::confirm)
			.confidential();
	}

	private Map<String, Object> decideForm(TaskContext task) {
		long check = task.id("checkId");
		Map<String, Object> form = sheet(check, true);
		String suggestion = progress.check(check).suggestion();
		form.put("suggestionText", words.of("decision", suggestion));
		form.put("decisions",
				open(check).stream()
					.map((code) -> MidtermSheets.row("value", code, "label", words.of("decision", code)))
					.toList());
		return form;
	}

	/** A termination is confirmed without knowing who reviewed. */
	private Map<String, Object> confirmForm(TaskContext task) {
		return sheet(task.id("checkId"), false);
	}

	private Map<String, Object> sheet(long check, boolean withNames) {
		Map<String, Object> form = sheets.progress(check);
		form.put("figureTable", sheets.flags(check, (figure) -> true));
		form.put("reviewTable",
				reviews.of(check)
					.stream()
					.filter((review) -> review.state().equals("SUBMITTED"))
					.map((review) -> reviewRow(review, withNames))
					.toList());
		form.put("opinionTable",
				reviews.opinions(check)
					.stream()
					.map((opinion) -> MidtermSheets.row("coFunder", opinion.coFunder(), "served",
							words.of("served", opinion.served()), "reasons", MidtermSheets.orDash(opinion.reasons())))
					.toList());
		form.put("visitTable",
				visits.of(check)
					.stream()
					.filter(MidtermVisit::isRecorded)
					.map((one) -> MidtermSheets.row("day", one.visitedOn().toString(), "leader", one.leader(),
							"findings", one.findings()))
					.toList());
		form.put("attemptTable", attempts(check));
		form.put("decisionTable", decisions.of(check).stream().map(this::decisionRow).toList());
		return form;
	}

	List<Map<String, Object>> attempts(long check) {
		return rectifications.of(check)
			.stream()
			.filter((attempt) -> attempt.result() != null)
			.map(this::attemptRow)
			.toList();
	}

	private Map<String, Object> attemptRow(MidtermRectification attempt) {
		return MidtermSheets.row("attempt", attempt.attempt(), "due", attempt.dueOn().toString(), "report",
				attempt.report(), "result", words.of("recheck", attempt.result()), "remarks",
				MidtermSheets.orDash(attempt.remarks()));
	}

	private Map<String, Object> reviewRow(MidtermReview review, boolean withNames) {
		return MidtermSheets.row("side", words.of("side", review.side()), "name",
				withNames ? review.expertName() + "（" + review.expertOrganisation() + "）" : "—", "grade",
				words.of("grade", review.grade()), "reasons", review.reasons());
	}

	private Map<String, Object> decisionRow(MidtermDecision decision) {
		String confirmation = decision.confirmed() == null ? "—"
				: words.text(decision.confirmed() ? "midterm.confirmed.yes" : "midterm.confirmed.no") + " "
						+ decision.confirmation();
		return MidtermSheets.row("decision", words.of("decision", decision.decision()), "remarks",
				MidtermSheets.orDash(decision.remarks()), "who", decision.decidedByName(), "confirmation",
				confirmation);
	}

	private List<String> open(long check) {
		boolean failed = rectifications.of(check).stream().anyMatch((attempt) -> "FAILED".equals(attempt.result()));
		return failed ? AFTER_FAILURE : ALL;
	}

	private void checkDecision(TaskContext task, FormData form) {
		for (String field : List.of("rectifyBy", "reviewOn")) {
			LocalDate day = form.date(field);
			if (day != null && !day.isAfter(LocalDate.now(clock))) {
				throw InvalidInput.of(field, "midterm.invalid.past");
			}
		}
	}

	private Map<String, Object> decide(TaskContext task, FormData form) {
		long id = task.id("checkId");
		String decision = form.text("decision");
		var check = progress.check(id);
		decisions.decide(id, decision, check.suggestion(), form.text("remarks"), form.date("rectifyBy"),
				form.date("reviewOn"), task.actor().id());
		audit.record(task.actor(), "midterm.decided", check.ref(), decision + ", suggested " + check.suggestion());
		if (decision.equals("TERMINATE")) {
			progress.to(id, MidtermState.CONFIRMING);
		}
		return Map.of("decision", decision);
	}

	private void checkSecondPerson(TaskContext task, FormData form) {
		if (decisions.latest(task.id("checkId")).decidedBy() == task.actor().id()) {
			throw InvalidInput.of("confirmed", "midterm.invalid.samePerson");
		}
	}

	private Map<String, Object> confirm(TaskContext task, FormData form) {
		long check = task.id("checkId");
		boolean agreed = form.text("confirmed").equals("YES");
		decisions.confirm(decisions.latest(check).id(), agreed, form.text("reasons"), task.actor().id());
		audit.record(task.actor(), agreed ? "midterm.termination-confirmed" : "midterm.termination-refused",
				progress.check(check).ref(), "second person");
		if (!agreed) {
			progress.to(check, MidtermState.DECIDING);
		}
		return Map.of("confirmed", agreed);
	}

}
