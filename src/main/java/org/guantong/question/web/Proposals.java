package org.guantong.question.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import org.guantong.matching.GroupProposal;
import org.guantong.matching.GroupingSettings;
import org.guantong.matching.Similarity;
import org.guantong.matching.Text;
import org.guantong.question.QuestionDemands;
import org.guantong.question.QuestionDemands.Source;

/** Groups of waiting demands that may be one question, with why. */
@Component
class Proposals {

	private final QuestionDemands sources;

	private final Similarity similarity;

	Proposals(QuestionDemands sources, Similarity similarity) {
		this.sources = sources;
		this.similarity = similarity;
	}

	/**
	 * Two demands of a group side by side.
	 *
	 * @param score likeness, 0 to 100 %
	 */
	record Pair(Source first, Source second, int score, List<String> sharedTerms) {
	}

	/**
	 * A group.
	 *
	 * @param cohesion mean likeness, 0 to 100 %
	 */
	record Proposal(List<Source> demands, int cohesion, List<Pair> pairs) {
	}

	/** The groups, the most alike first, and what is left alone. */
	record Waiting(List<Proposal> groups, List<Source> single) {
	}

	Waiting of(long roundId) {
		Map<Long, Source> waiting = new LinkedHashMap<>();
		sources.waiting(roundId).forEach((source) -> waiting.put(source.id(), source));
		List<Text> texts = waiting.values().stream().map((source) -> new Text(source.id(), source.words())).toList();
		List<Proposal> groups = similarity.proposeGroups(texts, GroupingSettings.standard())
			.stream()
			.map((group) -> proposal(group, waiting))
			.toList();
		groups.forEach((group) -> group.demands().forEach((one) -> waiting.remove(one.id())));
		return new Waiting(groups, List.copyOf(waiting.values()));
	}

	private static Proposal proposal(GroupProposal group, Map<Long, Source> waiting) {
		List<Pair> pairs = group.reasons()
			.stream()
			.map((reason) -> new Pair(waiting.get(reason.first()), waiting.get(reason.second()),
					percent(reason.score()), reason.sharedTerms()))
			.toList();
		return new Proposal(group.ids().stream().map(waiting::get).toList(), percent(group.cohesion()), pairs);
	}

	private static int percent(double share) {
		return (int) Math.round(share * 100);
	}

}
