package org.guantong.wording.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.guantong.matching.Hit;
import org.guantong.matching.Similarity;
import org.guantong.matching.Text;
import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.EarlierTopics;
import org.guantong.wording.EarlierTopics.Topic;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/** Topics that were called for before, found by words and by meaning. */
@Component
class Overlap implements WordingRule {

	/**
	 * Cosine from which two texts are worth comparing; unrelated ones reach about 0.4.
	 */
	private static final double NEAR = 0.72;

	private static final int MOST = 3;

	private final Similarity similarity;

	private final ObjectProvider<EarlierTopics> earlier;

	Overlap(Similarity similarity, ObjectProvider<EarlierTopics> earlier) {
		this.similarity = similarity;
		this.earlier = earlier;
	}

	@Override
	public Stream<Finding> check(Draft draft) {
		Map<Long, Topic> topics = earlier.stream()
			.flatMap((one) -> one.published(draft.isDirection() ? draft.id() : null).stream())
			.collect(Collectors.toMap(Topic::id, Function.identity()));
		List<Text> corpus = topics.values()
			.stream()
			.map((topic) -> new Text(topic.id(), topic.title() + "。" + topic.text()))
			.toList();
		return similarity.search(draft.whole(), corpus, MOST)
			.stream()
			.filter((hit) -> hit.cosine() >= NEAR && !hit.sharedTerms().isEmpty())
			.map((hit) -> finding(topics.get(hit.id()), hit));
	}

	private static Finding finding(Topic topic, Hit hit) {
		return Finding
			.about(Criterion.SCIENTIFIC, "overlap", "", topic.code(), topic.title(), Math.round(hit.cosine() * 100),
					String.join("、", hit.sharedTerms()))
			.comparedWith(topic.link());
	}

}
