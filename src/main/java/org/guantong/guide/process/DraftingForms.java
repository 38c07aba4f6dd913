package org.guantong.guide.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.guide.Deliberations;
import org.guantong.guide.Deliberations.Reply;
import org.guantong.guide.Deliberations.Voice;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.review.Panels;
import org.guantong.shared.FieldProblem;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/**
 * The office's steps about the text: draft, revise with replies, answer objections,
 * reject.
 */
@Component
class DraftingForms {

	private static final int CRITERIA = 5;

	private final DirectionFacts facts;

	private final DirectionMoves moves;

	private final Deliberations deliberations;

	private final Panels panels;

	DraftingForms(DirectionFacts facts, DirectionMoves moves, Deliberations deliberations, Panels panels) {
		this.facts = facts;
		this.moves = moves;
		this.deliberations = deliberations;
		this.panels = panels;
	}

	void define(StepCatalogue steps) {
		steps.step("draftDirection")
			.about((task) -> facts.direction(task).subject())
			.page(DraftingForms::editor)
			.prefill(facts::about)
			.check(this::checkDraft)
			.onComplete((task, form) -> moves.move(task.actor(), task.id("directionId"), "submitted", "",
					(direction) -> direction.in(State.IN_REVIEW)));
		// its rows quote reviews, which those whose review is still to come must not see
		// in the history
		steps.step("reviseDirection")
			.about((task) -> facts.direction(task).subject())
			.page(DraftingForms::editor)
			.prefill(this::revision)
			.check((task, form) -> requireComplete(task))
			.decide(this::revise)
			.confidential();
		steps.step("answerObjections")
			.about((task) -> facts.direction(task).subject())
			.page(DraftingForms::editor)
			.prefill(this::objections)
			.check((task, form) -> requireComplete(task))
			.onComplete(this::answer);
		steps.step("confirmRejection").about((task) -> facts.direction(task).subject()).prefill((task) -> {
			Map<String, Object> data = facts.about(task);
			facts.addReviews(data, task.id("directionId"));
			return data;
		}).onComplete(this::reject);
	}

	private static String editor(TaskContext task) {
		return "/directions/" + task.id("directionId") + "/edit";
	}

	private void checkDraft(TaskContext task, FormData form) {
		requireComplete(task);
		if (form.choices("selfCheck").size() < CRITERIA) {
			throw InvalidInput.of("selfCheck", "guide.problem.selfCheck");
		}
	}

	/**
	 * What is missing stands on the page, not in this form, so it is told about the form
	 * as a whole.
	 */
	private void requireComplete(TaskContext task) {
		List<FieldProblem> gaps = facts.direction(task).content().gaps();
		if (!gaps.isEmpty()) {
			throw new InvalidInput(
					gaps.stream().map((gap) -> new FieldProblem("", gap.messageKey(), gap.arguments())).toList());
		}
	}

	private Map<String, Object> revision(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		facts.addReviews(data, task.id("directionId"));
		data.put("points", points(comments(task.id("directionId"))));
		return data;
	}

	private Map<String, Object> objections(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		data.put("points", points(objected(facts.direction(task))));
		return data;
	}

	private Map<String, Object> revise(TaskContext task, FormData form) {
		long id = task.id("directionId");
		reply(id, comments(id), form);
		boolean again = "REVIEW".equals(form.text("sendTo"));
		if (again) {
			panels.reopen(facts.panel(id));
		}
		moves.move(task.actor(), id, "revised", again ? "to review" : "to sign-off",
				(direction) -> again ? direction.in(State.IN_REVIEW) : direction.forSignOff());
		return Map.of("reviewAgain", again);
	}

	private void answer(TaskContext task, FormData form) {
		GuideDirection direction = facts.direction(task);
		reply(direction.id(), objected(direction), form);
	}

	private void reject(TaskContext task, FormData form) {
		String reasons = form.text("reasons");
		GuideDirection rejected = moves.move(task.actor(), task.id("directionId"), "rejected", "",
				(direction) -> direction.in(State.REJECTED));
		moves.tellDecision(rejected, reasons);
	}

	/** A point to answer: what was said, and by which voice. */
	private record Point(Voice voice, long id, String from, String comment) {
	}

	private List<Point> comments(long direction) {
		return facts.present(direction)
			.stream()
			.map((review) -> new Point(Voice.EXPERT, review.id(), facts.text("guide.reviewer", review.number()),
					review.comment()))
			.toList();
	}

	private List<Point> objected(GuideDirection direction) {
		return deliberations.objections(direction)
			.stream()
			.map((opinion) -> new Point(Voice.CO_FUNDER, opinion.id(), opinion.coFunder(), opinion.reasons()))
			.toList();
	}

	private static List<Map<String, String>> points(List<Point> points) {
		return points.stream().map((point) -> Map.of("from", point.from(), "comment", point.comment())).toList();
	}

	/** The rows of the form are the points, in order: none can be added or left out. */
	private void reply(long direction, List<Point> points, FormData form) {
		List<FormData> rows = new ArrayList<>(form.rows("points"));
		for (int i = 0; i < points.size(); i++) {
			Point point = points.get(i);
			String change = rows.get(i).text("change");
			deliberations.reply(direction, new Reply(point.voice(), point.id(), point.comment(),
					rows.get(i).text("reply"), change == null ? "" : change));
		}
	}

}
