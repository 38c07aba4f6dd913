package org.guantong.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.guantong.matching.Assignment;
import org.guantong.matching.AssignmentProblem;
import org.guantong.matching.Hit;
import org.guantong.matching.Similarity;
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

	private final Assignment assignment;

	Affinities(Similarity similarity, Assignment assignment) {
		this.similarity = similarity;
		this.assignment = assignment;
	}

	record Fit(Expert expert, double affinity, List<String> matchedCodes, List<String> sharedTerms) {
	}

	/** The experts with reasons, the best first. */
	List<Fit> of(String text, List<String> codes, Collection<Expert> experts) {
		if (experts.isEmpty()) {
			return List.of();
		}
		Map<Long, Hit> hits = new HashMap<>();
		List<Text> corpus = experts.stream().map((expert) -> new Text(expert.id(), expert.words())).toList();
		similarity.search(text, corpus, corpus.size()).forEach((hit) -> hits.put(hit.id(), hit));
		return experts.stream()
			.map((expert) -> fit(expert, codes, hits.get(expert.id())))
			.sorted(Comparator.comparingDouble(Fit::affinity).reversed().thenComparing((fit) -> fit.expert().id()))
			.toList();
	}

	/** Those to invite first: the best who can still carry one more panel. */
	Set<Long> choose(List<Fit> fits, int places) {
		Map<Long, Double> affinities = fits.stream()
			.collect(Collectors.toMap((fit) -> fit.expert().id(), Fit::affinity));
		List<AssignmentProblem.Expert> experts = fits.stream()
			.map(Fit::expert)
			.map((expert) -> new AssignmentProblem.Expert(expert.id(),
					Math.max(0, Math.min(1, expert.mostPanels() - expert.load()))))
			.toList();
		AssignmentProblem problem = new AssignmentProblem(List.of(new AssignmentProblem.Item(0, places)), experts,
				(item, expert) -> affinities.get(expert), Set.of());
		return Set.copyOf(assignment.assign(problem).expertsOf(0));
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
