package org.guantong.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

import org.guantong.matching.grouping.AverageLinkage;
import org.guantong.matching.text.KeywordIndex;
import org.guantong.matching.text.SharedTerms;

/**
 * How alike each of some texts is to each other, reckoned once and held in memory, so
 * that groups can be proposed anew whenever some of the texts are settled or found
 * different: in milliseconds for 1,000 texts. Made by {@link Similarity#likeness(List)};
 * safe for several threads; holds nothing that has to be closed.
 */
public final class LikenessTable {

	private static final float NEVER = -1_000_000;

	private final List<Text> corpus;

	private final Map<Long, Integer> places = new HashMap<>();

	private final Likeness likeness;

	private final float[][] scores;

	private final SharedTerms sharedTerms;

	LikenessTable(List<Text> corpus, KeywordIndex keywords, List<float[]> vectors, SharedTerms sharedTerms) {
		this.corpus = corpus;
		for (int i = 0; i < corpus.size(); i++) {
			this.places.put(corpus.get(i).id(), i);
		}
		this.likeness = new Likeness(corpus.stream().map(Text::text).toList(), keywords, vectors);
		this.scores = this.likeness.scores();
		this.sharedTerms = sharedTerms;
	}

	/** Two texts, the smaller key first. */
	public record Pair(long first, long second) {

		public static Pair of(long one, long other) {
			return new Pair(Math.min(one, other), Math.max(one, other));
		}

	}

	/**
	 * A group without its reasons.
	 *
	 * @param ids keys of two or more texts, ascending
	 * @param cohesion mean score of its pairs, 0 to 1
	 */
	public record Group(List<Long> ids, double cohesion) {
	}

	/**
	 * A text near another.
	 *
	 * @param id its key
	 * @param score 0 to 1
	 */
	public record Near(long id, double score) {
	}

	/** Whether that text is one of those compared. */
	public boolean holds(long id) {
		return this.places.containsKey(id);
	}

	/** Likeness of two of the texts by meaning and words together, 0 to 1. */
	public double score(long one, long other) {
		return this.scores[place(one)][place(other)];
	}

	/**
	 * Proposes groups among some of the texts.
	 * @param among whether a text takes part
	 * @param apart pairs that a person has found different: no group holds both
	 * @return groups of two or more, each text in at most one, the most alike first
	 */
	public List<Group> groups(LongPredicate among, Set<Pair> apart, GroupingSettings settings) {
		int[] members = IntStream.range(0, this.corpus.size())
			.filter((i) -> among.test(this.corpus.get(i).id()))
			.toArray();
		float[][] part = new float[members.length][members.length];
		for (int i = 0; i < members.length; i++) {
			for (int j = 0; j < members.length; j++) {
				part[i][j] = this.scores[members[i]][members[j]];
			}
		}
		Map<Long, Integer> placesInPart = new HashMap<>();
		for (int i = 0; i < members.length; i++) {
			placesInPart.put(this.corpus.get(members[i]).id(), i);
		}
		apart.forEach((pair) -> separate(part, placesInPart.get(pair.first()), placesInPart.get(pair.second())));
		return new AverageLinkage(part, settings.threshold(), settings.largestGroup()).groups()
			.stream()
			.map((group) -> group(Arrays.stream(group).map((i) -> members[i]).toArray()))
			.sorted(Comparator.comparingDouble(Group::cohesion).reversed().thenComparing((group) -> group.ids().get(0)))
			.toList();
	}

	/** So unlike that no average with it comes near a threshold. */
	private static void separate(float[][] part, Integer one, Integer other) {
		if (one != null && other != null) {
			part[one][other] = NEVER;
			part[other][one] = NEVER;
		}
	}

	private Group group(int[] members) {
		double sum = 0;
		for (int i : members) {
			for (int j : members) {
				sum += (i < j) ? this.scores[i][j] : 0;
			}
		}
		List<Long> ids = Arrays.stream(members).mapToObj((i) -> this.corpus.get(i).id()).toList();
		return new Group(ids, sum / (members.length * (members.length - 1) / 2.0));
	}

	/**
	 * The texts nearest to one of them.
	 * @param among whether a text may be named
	 * @param least score below which none is
	 * @return at most so many, the nearest first
	 */
	public List<Near> nearest(long id, LongPredicate among, double least, int limit) {
		int place = place(id);
		List<Near> found = new ArrayList<>();
		for (int i = 0; i < this.corpus.size(); i++) {
			long other = this.corpus.get(i).id();
			if (i != place && this.scores[place][i] >= least && among.test(other)) {
				found.add(new Near(other, this.scores[place][i]));
			}
		}
		found.sort(Comparator.comparingDouble(Near::score).reversed().thenComparing(Near::id));
		return found.subList(0, Math.min(limit, found.size()));
	}

	/** Why two of the texts are alike, as far as they are. */
	public PairReason reason(long one, long other) {
		Pair pair = Pair.of(one, other);
		int i = place(pair.first());
		int j = place(pair.second());
		return new PairReason(pair.first(), pair.second(), this.likeness.score(i, j), this.likeness.cosine(i, j),
				this.likeness.keywordScore(i, j),
				this.sharedTerms.of(this.corpus.get(i).text(), this.corpus.get(j).text()));
	}

	private int place(long id) {
		Integer place = this.places.get(id);
		if (place == null) {
			throw new IllegalArgumentException("No text " + id + " was compared");
		}
		return place;
	}

}
