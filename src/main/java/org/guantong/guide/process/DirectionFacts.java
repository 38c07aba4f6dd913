package org.guantong.guide.process;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import org.guantong.fund.GrantCategories;
import org.guantong.fund.Round;
import org.guantong.fund.Rounds;
import org.guantong.guide.Deliberations;
import org.guantong.guide.DirectionSources;
import org.guantong.guide.GuideDirection;
import org.guantong.guide.GuideDirections;
import org.guantong.review.PanelSummary;
import org.guantong.review.Panels;
import org.guantong.review.Purpose;
import org.guantong.review.Reviews;
import org.guantong.review.SubmittedReview;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;
import org.guantong.workflow.TaskContext;

/**
 * What the forms of this process show: the direction, where it came from, what was said.
 */
@Component
class DirectionFacts {

	private final GuideDirections directions;

	private final DirectionSources sources;

	private final Deliberations deliberations;

	private final Rounds rounds;

	private final GrantCategories categories;

	private final Panels panels;

	private final Reviews reviews;

	private final MessageSource messages;

	DirectionFacts(GuideDirections directions, DirectionSources sources, Deliberations deliberations, Rounds rounds,
			GrantCategories categories, Panels panels, Reviews reviews, MessageSource messages) {
		this.directions = directions;
		this.sources = sources;
		this.deliberations = deliberations;
		this.rounds = rounds;
		this.categories = categories;
		this.panels = panels;
		this.reviews = reviews;
		this.messages = messages;
	}

	GuideDirection direction(TaskContext task) {
		return directions.require(task.id("directionId"));
	}

	GuideDirection direction(long id) {
		return directions.require(id);
	}

	Round round(GuideDirection direction) {
		return rounds.require(direction.roundId());
	}

	long panel(long direction) {
		return panels.about(new Ref(Kind.GUIDE_DIRECTION, direction), Purpose.TECHNICAL)
			.orElseThrow(() -> new IllegalStateException("direction " + direction + " has no panel"))
			.id();
	}

	/** The direction as every form of it begins. */
	Map<String, Object> about(TaskContext task) {
		GuideDirection direction = direction(task);
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("directionTitle", direction.title());
		facts.put("directionText", direction.text().isEmpty() ? "—" : direction.text());
		facts.put("codes", String.join(", ", direction.applicationCodes()));
		facts.put("category", categories.nameOf(direction.category(), LocaleContextHolder.getLocale()));
		facts.put("intensity", direction.intensity() == null ? "—" : plain(direction.intensity()));
		facts.put("expectedApplication", direction.expectedApplication());
		facts.put("sources", sources(task, direction.id()).stream().map(DirectionFacts::source).toList());
		return facts;
	}

	/** A co-funder signing off sees of the demands its own only. */
	private List<DirectionSources.Source> sources(TaskContext task, long direction) {
		return "coFunderSignOff".equals(task.step()) ? sources.ofCoFunder(direction, task.id("coFunderId"))
				: sources.of(direction);
	}

	/** The sum of the reviews and their comments, without names. */
	void addReviews(Map<String, Object> facts, long direction) {
		PanelSummary summary = reviews.summary(panel(direction));
		facts.put("reviewCount", summary.count());
		facts.put("reviewPlaces", summary.places());
		facts.put("approvals", summary.approvals());
		facts.put("meanScore", summary.mean() == null ? "—" : plain(summary.mean()));
		facts.put("spread", summary.spread() == null ? "—" : plain(summary.spread()));
		facts.put("comments",
				present(direction).stream()
					.map((review) -> Map.of("reviewer", text("guide.reviewer", review.number()), "recommendation",
							text("review.recommendation." + review.recommendation()), "score", plain(review.score()),
							"comment", review.comment()))
					.toList());
	}

	void addReplies(Map<String, Object> facts, long direction) {
		facts.put("replies", deliberations.replies(direction)
			.stream()
			.map((reply) -> Map.of("comment", reply.comment(), "reply", reply.reply(), "change", reply.change()))
			.toList());
	}

	/** The reviews of the present turn, without names. */
	List<SubmittedReview> present(long direction) {
		int turn = panels.require(panel(direction)).turn();
		return reviews.anonymous(panel(direction)).stream().filter((review) -> review.turn() == turn).toList();
	}

	/** In the language of whoever looks at the form. */
	String text(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

	static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	private static Map<String, String> source(DirectionSources.Source source) {
		String demands = source.demands()
			.stream()
			.map((demand) -> demand.code() + " " + demand.title())
			.reduce((one, other) -> one + "；" + other)
			.orElse("—");
		return Map.of("question", source.question().code() + " " + source.question().title(), "demands", demands);
	}

}
