package org.guantong.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Component;

import org.guantong.matching.Hit;
import org.guantong.matching.Similarity;
import org.guantong.matching.SimilarityIndex;
import org.guantong.matching.Text;

/**
 * How well experts suit a subject, with reasons: half by application code, half by what
 * their keywords mean.
 */
@Component
class Affinities {

	private static final double CODES = 0.5;

	/** Cosine at which two Chinese texts have nothing to do with one another. */
	private static final double UNRELATED = 0.3;

	private final Similarity similarity;

	/**
	 * The experts last asked for, since making an index of hundreds takes longer than
	 * many searches in it and their words seldom change.
	 */
	private final AtomicReference<Indexed> last = new AtomicReference<>();

	Affinities(Similarity similarity) {
		this.similarity = similarity;
	}

	record Fit(Expert expert, double affinity, List<String> matchedCodes, List<String> sharedTerms) {
	}

	/** An index lives in memory only: one that is replaced needs no closing. */
	private record Indexed(List<Text> texts, SimilarityIndex index) {
	}

	/** Experts held ready to be compared with several subjects. */
	Scale scale(Collection<Expert> experts) {
		return new Scale(List.copyOf(experts),
				index(experts.stream().map((expert) -> new Text(expert.id(), expert.words())).toList()));
	}

	private SimilarityIndex index(List<Text> texts) {
		Indexed known = last.get();
		if (known == null || !known.texts().equals(texts)) {
			known = new Indexed(texts, similarity.index(texts));
			last.set(known);
		}
		return known.index();
	}

	record Scale(List<Expert> experts, SimilarityIndex index) {

		/** The experts with reasons, the best first. */
		List<Fit> of(String text, List<String> codes) {
			if (experts.isEmpty()) {
				return List.of();
			}
			Map<Long, Hit> hits = new HashMap<>();
			index.search(text, experts.size()).forEach((hit) -> hits.put(hit.id(), hit));
			return experts.stream()
				.map((expert) -> fit(expert, codes, hits.get(expert.id())))
				.sorted(Comparator.comparingDouble(Fit::affinity).reversed().thenComparing((fit) -> fit.expert().id()))
				.toList();
		}

	}

	private static Fit fit(Expert expert, List<String> codes, Hit hit) {
		double meaning = hit == null ? 0 : Math.min(1, Math.max(0, (hit.cosine() - UNRELATED) / (1 - UNRELATED)));
		double affinity = CODES * codeAffinity(expert.codes(), codes) + (1 - CODES) * meaning;
		List<String> matched = expert.codes().stream().filter((code) -> likeness(codes, code) > 0.5).toList();
		return new Fit(expert, affinity, matched, hit == null ? List.of() : hit.sharedTerms());
	}

	private static double codeAffinity(List<String> expert, List<String> subject) {
		return expert.stream().mapToDouble((code) -> likeness(subject, code)).max().orElse(0);
	}

	/** Same code 1, same first two digits (B08 and B0805) 0.7, same department 0.2. */
	private static double likeness(List<String> codes, String other) {
		return codes.stream().mapToDouble((code) -> {
			if (code.equals(other)) {
				return 1;
			}
			if (code.length() >= 3 && other.length() >= 3 && code.substring(0, 3).equals(other.substring(0, 3))) {
				return 0.7;
			}
			return !code.isEmpty() && !other.isEmpty() && code.charAt(0) == other.charAt(0) ? 0.2 : 0;
		}).max().orElse(0);
	}

}
