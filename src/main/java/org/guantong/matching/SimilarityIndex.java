package org.guantong.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.guantong.matching.embedding.Vectors;
import org.guantong.matching.grouping.AverageLinkage;
import org.guantong.matching.text.KeywordIndex;
import org.guantong.matching.text.SharedTerms;

/**
 * Texts held ready for several searches, in memory. Made by
 * {@link Similarity#index(List)}; safe for several threads; close it after use.
 */
public final class SimilarityIndex implements AutoCloseable {

	/**
	 * Damps the lead of the first ranks. The usual 60 and equal shares lose to embeddings
	 * alone on the graded demands: the word ranking of paraphrases is too noisy for them.
	 */
	private static final double RANK_DAMPING = 5;

	/** Share of meaning in a hit's score; the rest is words. */
	private static final double MEANING = 0.7;

	/**
	 * A text without a shared term is a hit only if its meaning is at least this near.
	 */
	private static final double NEAR_IN_MEANING = 0.5;

	private final List<Text> corpus;

	private final List<String> texts;

	private final Embeddings embeddings;

	private final List<float[]> vectors;

	private final KeywordIndex keywords;

	private final SharedTerms sharedTerms;

	SimilarityIndex(List<Text> corpus, Embeddings embeddings) {
		// by key, so that the order in which the texts come changes nothing
		this.corpus = corpus.stream().sorted(Comparator.comparingLong(Text::id)).toList();
		requireDistinctIds(this.corpus);
		this.texts = this.corpus.stream().map(Text::text).toList();
		this.embeddings = embeddings;
		this.vectors = embeddings.of(this.texts);
		this.keywords = new KeywordIndex(this.texts);
		this.sharedTerms = new SharedTerms(this.keywords, this.texts.size());
	}

	private static void requireDistinctIds(List<Text> sorted) {
		for (int i = 1; i < sorted.size(); i++) {
			if (sorted.get(i).id() == sorted.get(i - 1).id()) {
				throw new IllegalArgumentException("Two texts have the id " + sorted.get(i).id());
			}
		}
	}

	/**
	 * Finds the texts nearest to a query by words (BM25) and by meaning (embeddings), the
	 * two rankings fused by reciprocal rank.
	 * @param query any text; a blank one finds nothing
	 * @param limit most hits, 1 or more
	 * @return hits, the best first; equal ones by key
	 */
	public List<Hit> search(String query, int limit) {
		if (limit < 1) {
			throw new IllegalArgumentException("A search returns 1 hit or more, not " + limit);
		}
		double[] byWords = this.keywords.scores(query);
		double[] byMeaning = cosines(query);
		double[] fused = new double[byWords.length];
		addReciprocalRanks(fused, 1 - MEANING, byWords, (i) -> byWords[i] > 0);
		addReciprocalRanks(fused, MEANING, byMeaning, (i) -> byWords[i] > 0 || byMeaning[i] >= NEAR_IN_MEANING);
		SharedTerms.From asked = this.sharedTerms.from(query);
		return ranking(fused, (i) -> fused[i] > 0).limit(limit)
			.mapToObj((i) -> new Hit(this.corpus.get(i).id(), fused[i], byMeaning[i],
					asked.sharedWith(this.texts.get(i))))
			.toList();
	}

	private double[] cosines(String query) {
		float[] vector = this.embeddings.of(query);
		return this.vectors.stream().mapToDouble((other) -> Vectors.cosine(vector, other)).toArray();
	}

	/** Adds to each text what its rank is worth: the whole share for the first. */
	private static void addReciprocalRanks(double[] fused, double share, double[] scores, IntPredicate eligible) {
		int[] ranked = ranking(scores, eligible).toArray();
		for (int rank = 0; rank < ranked.length; rank++) {
			fused[ranked[rank]] += share * (RANK_DAMPING + 1) / (RANK_DAMPING + 1 + rank);
		}
	}

	private static IntStream ranking(double[] scores, IntPredicate eligible) {
		return IntStream.range(0, scores.length)
			.filter(eligible)
			.boxed()
			.sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
			.mapToInt(Integer::intValue);
	}

	/**
	 * Proposes groups of texts that may say the same. Time grows with the square of the
	 * number of texts: seconds for 1,000.
	 * @param settings how readily
	 * @return groups of two or more, each text in at most one, the most alike first
	 */
	public List<GroupProposal> proposeGroups(GroupingSettings settings) {
		Likeness likeness = new Likeness(this.texts, this.keywords, this.vectors);
		return new AverageLinkage(likeness.scores(), settings.threshold(), settings.largestGroup()).groups()
			.stream()
			.map((members) -> proposal(members, likeness))
			.sorted(Comparator.comparingDouble(GroupProposal::cohesion)
				.reversed()
				.thenComparing((group) -> group.ids().get(0)))
			.toList();
	}

	/** The table lives on by itself: what it is made of lives in memory only. */
	LikenessTable likeness() {
		return new LikenessTable(this.corpus, this.keywords, this.vectors, this.sharedTerms);
	}

	private GroupProposal proposal(int[] members, Likeness likeness) {
		List<PairReason> reasons = new ArrayList<>();
		for (int i = 0; i < members.length; i++) {
			for (int j = i + 1; j < members.length; j++) {
				reasons.add(reason(members[i], members[j], likeness));
			}
		}
		reasons.sort(Comparator.comparingDouble(PairReason::score).reversed());
		double cohesion = reasons.stream().mapToDouble(PairReason::score).average().orElseThrow();
		List<Long> ids = Arrays.stream(members).mapToObj((member) -> this.corpus.get(member).id()).toList();
		return new GroupProposal(ids, cohesion, List.copyOf(reasons));
	}

	private PairReason reason(int i, int j, Likeness likeness) {
		return new PairReason(this.corpus.get(i).id(), this.corpus.get(j).id(), likeness.score(i, j),
				likeness.cosine(i, j), likeness.keywordScore(i, j),
				this.sharedTerms.of(this.texts.get(i), this.texts.get(j)));
	}

	@Override
	public void close() {
		this.keywords.close();
		this.sharedTerms.close();
	}

}
