package org.guantong.guide.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.guide.Deliberations;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirection.State;
import org.guantong.guide.drafting.Numbering;
import org.guantong.guide.edition.Publication;
import org.guantong.shared.InvalidInput;
import org.guantong.workflow.FormData;
import org.guantong.workflow.StepCatalogue;
import org.guantong.workflow.TaskContext;

/** Sign-off by the co-funders, adoption by the committee, publication by the office. */
@Component
class AdoptionForms {

	private final DirectionFacts facts;

	private final DirectionMoves moves;

	private final Deliberations deliberations;

	private final Publication publication;

	private final Numbering numbering;

	private final Clock clock;

	AdoptionForms(DirectionFacts facts, DirectionMoves moves, Deliberations deliberations, Publication publication,
			Numbering numbering, Clock clock) {
		this.facts = facts;
		this.moves = moves;
		this.deliberations = deliberations;
		this.publication = publication;
		this.numbering = numbering;
		this.clock = clock;
	}

	void define(StepCatalogue steps) {
		steps.step("coFunderSignOff")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::deliberation)
			.onComplete(this::signOff);
		steps.step("adoptDirection")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::deliberation)
			.check(AdoptionForms::checkVotes)
			.decide(this::adopt);
		steps.step("schedulePublication")
			.about((task) -> facts.direction(task).subject())
			.prefill(this::publication)
			.check(this::checkPublication)
			.decide(this::schedule);
	}

	private Map<String, Object> deliberation(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		facts.addReviews(data, task.id("directionId"));
		facts.addReplies(data, task.id("directionId"));
		data.put("opinions",
				deliberations.opinions(task.id("directionId"))
					.stream()
					.map((opinion) -> Map.of("coFunder", opinion.coFunder(), "opinion",
							facts.text(opinion.agreed() ? "guide.opinion.agreed" : "guide.opinion.objected"), "reasons",
							opinion.reasons()))
					.toList());
		return data;
	}

	private void signOff(TaskContext task, FormData form) {
		boolean agreed = "AGREE".equals(form.text("decision"));
		deliberations.opine(facts.direction(task), task.id("coFunderId"), agreed, agreed ? "" : form.text("reasons"),
				task.actor());
	}

	private static void checkVotes(TaskContext task, FormData form) {
		if (adopts(form) && whole(form, "votesFor") <= whole(form, "votesAgainst")) {
			throw InvalidInput.of("decision", "guide.problem.votes");
		}
		if (whole(form, "votesFor") + whole(form, "votesAgainst") + whole(form, "abstentions") == 0) {
			throw InvalidInput.of("votesFor", "guide.problem.votes.none");
		}
	}

	private Map<String, Object> adopt(TaskContext task, FormData form) {
		long id = task.id("directionId");
		String remarks = form.text("remarks") == null ? "" : form.text("remarks");
		deliberations.vote(id, whole(form, "votesFor"), whole(form, "votesAgainst"), whole(form, "abstentions"),
				adopts(form), remarks, task.actor());
		GuideDirection decided = moves.move(task.actor(), id, adopts(form) ? "adopted" : "not-adopted", "",
				(direction) -> direction.in(adopts(form) ? State.ADOPTED : State.NOT_ADOPTED));
		if (!adopts(form)) {
			moves.tellDecision(decided, remarks);
		}
		return Map.of("adopt", adopts(form));
	}

	private Map<String, Object> publication(TaskContext task) {
		Map<String, Object> data = facts.about(task);
		data.put("number", numbering.proposed(facts.direction(task)));
		return data;
	}

	private void checkPublication(TaskContext task, FormData form) {
		GuideDirection direction = facts.direction(task);
		int number = whole(form, "number");
		if (numbering.isTaken(direction, number)) {
			throw InvalidInput.of("number", "guide.problem.number", number);
		}
		LocalDate day = form.date("publishOn");
		// a guide that is scheduled as a whole may appear later on the same day
		if (!atOnce(form) && publication.timeOf(direction.id()).isEmpty() && !day.isAfter(LocalDate.now(clock))) {
			throw InvalidInput.of("publishOn", "guide.problem.publishOn");
		}
	}

	private Map<String, Object> schedule(TaskContext task, FormData form) {
		numbering.give(Map.of(task.id("directionId"), whole(form, "number")));
		moves.move(task.actor(), task.id("directionId"), "scheduled", "number " + whole(form, "number"),
				(direction) -> direction.scheduled(atOnce(form) ? null : form.date("publishOn")));
		if (!atOnce(form) && publication.timeOf(task.id("directionId")).isEmpty()) {
			publication.arrange(facts.direction(task).roundId(), task.id("directionId"), form.date("publishOn"),
					task.actor());
		}
		return Map.of("publishAtOnce", atOnce(form));
	}

	private static boolean adopts(FormData form) {
		return "ADOPT".equals(form.text("decision"));
	}

	private static boolean atOnce(FormData form) {
		return "NOW".equals(form.text("when"));
	}

	private static int whole(FormData form, String field) {
		return form.number(field).intValueExact();
	}

}
