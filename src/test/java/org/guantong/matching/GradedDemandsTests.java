package org.guantong.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.guantong.matching.GradedDemands.Demand;
import org.guantong.matching.GradedDemands.TextPair;
import org.guantong.matching.embedding.CachedEmbeddings;
import org.guantong.matching.embedding.OnnxEmbeddings;
import org.guantong.matching.grouping.AverageLinkage;
import org.guantong.matching.text.KeywordIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Measures proposals against duplicates marked by hand. A proposal is right pair by pair:
 * a group of three is three pairs.
 */
class GradedDemandsTests {

	private static final GradedDemands GRADED = GradedDemands.read();

	private static final List<Text> TEXTS = GRADED.texts();

	private static final Set<Long> EVERY = GRADED.demands().stream().map(Demand::id).collect(Collectors.toSet());

	private static final int LARGEST_GROUP = GroupingSettings.standard().largestGroup();

	private static OnnxEmbeddings model;

	private static SimilarityIndex index;

	private static Likeness likeness;

	@BeforeAll
	static void embedOnce() {
		model = new OnnxEmbeddings();
		Embeddings embeddings = new CachedEmbeddings(model, 1000);
		index = new SimilarityIndex(TEXTS, embeddings);
		List<String> texts = TEXTS.stream().map(Text::text).toList();
		try (KeywordIndex keywords = new KeywordIndex(texts)) {
			likeness = new Likeness(texts, keywords, embeddings.of(texts));
		}
	}

	@AfterAll
	static void close() {
		index.close();
		model.close();
	}

	@Test
	void theGradedSetIsLargeEnoughAndCoversSevenFields() {
		assertThat(GRADED.demands()).hasSizeGreaterThanOrEqualTo(60);
		assertThat(GRADED.demands()).extracting(Demand::field)
			.doesNotContain("")
			.satisfies((fields) -> assertThat(new HashSet<>(fields)).hasSize(7));
		assertThat(GRADED.duplicates()).hasSizeGreaterThanOrEqualTo(40);
	}

	@Test
	void proposalsFindNineInTenDuplicatesAndSevenInTenAreRight() {
		System.out.printf("%d demands, %d pairs of duplicates%n", TEXTS.size(), GRADED.duplicates().size());
		Figures hybrid = hybrid(GroupingSettings.standard().threshold());
		hybrid.print("hybrid, standard threshold");
		best(likeness::score).print("hybrid, its best threshold");
		best(likeness::keywordScore).print("BM25 alone, its best threshold");
		best(likeness::cosine).print("embeddings alone, best threshold");
		assertThat(hybrid.recall()).isGreaterThanOrEqualTo(0.9);
		assertThat(hybrid.precision()).isGreaterThanOrEqualTo(0.7);
	}

	@Test
	void theGoalIsReachedAroundTheStandardThresholdAndNotOnlyAtIt() {
		double standard = GroupingSettings.standard().threshold();
		DoubleStream.of(-0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06)
			.map((step) -> standard + step)
			.forEach((threshold) -> hybrid(threshold).print("hybrid"));
		for (double threshold : new double[] { standard - 0.02, standard + 0.02 }) {
			assertThat(hybrid(threshold).recall()).isGreaterThanOrEqualTo(0.9);
			assertThat(hybrid(threshold).precision()).isGreaterThanOrEqualTo(0.7);
		}
	}

	/**
	 * Nobody knows the best threshold for demands to come: one half of the fields picks
	 * it, the other is measured with it.
	 */
	@Test
	void aThresholdPickedOnHalfOfTheFieldsHoldsOnTheOtherHalf() {
		List<String> fields = GRADED.demands().stream().map(Demand::field).distinct().sorted().toList();
		for (int half = 0; half < 2; half++) {
			Set<Long> picking = demandsOf(fields, half);
			Set<Long> measured = demandsOf(fields, 1 - half);
			double threshold = best(likeness::score, picking).threshold();
			Figures figures = Figures.of(threshold, groups(scores(likeness::score), threshold), measured);
			figures.print("hybrid, the unseen half (%d demands)".formatted(measured.size()));
			assertThat(figures.recall()).isGreaterThanOrEqualTo(0.9);
			assertThat(figures.precision()).isGreaterThanOrEqualTo(0.7);
		}
	}

	private static Set<Long> demandsOf(List<String> fields, int half) {
		return GRADED.demands()
			.stream()
			.filter((demand) -> fields.indexOf(demand.field()) % 2 == half)
			.map(Demand::id)
			.collect(Collectors.toSet());
	}

	@Test
	void theTableProposesTheSameGroupsAndKeepsApartWhatAPersonFoundDifferent() {
		LikenessTable table = index.likeness();
		List<List<Long>> groups = index.proposeGroups(GroupingSettings.standard())
			.stream()
			.map(GroupProposal::ids)
			.toList();
		assertThat(table.groups((id) -> true, Set.of(), GroupingSettings.standard()))
			.extracting(LikenessTable.Group::ids)
			.isEqualTo(groups);
		LikenessTable.Pair pair = LikenessTable.Pair.of(groups.get(0).get(0), groups.get(0).get(1));
		assertThat(table.groups((id) -> true, Set.of(pair), GroupingSettings.standard()))
			.noneMatch((group) -> group.ids().containsAll(List.of(pair.first(), pair.second())));
		assertThat(table.groups((id) -> id != pair.first(), Set.of(), GroupingSettings.standard()))
			.noneMatch((group) -> group.ids().contains(pair.first()));
		assertThat(table.nearest(pair.first(), (id) -> true, 0, 1)).extracting(LikenessTable.Near::id)
			.containsAnyElementsOf(groups.get(0));
	}

	@Test
	void aSearchForOneOfADuplicatePairFindsTheOtherAmongTheFirstThree() {
		List<Demand> withDuplicate = GRADED.demands().stream().filter((demand) -> !demand.group().isEmpty()).toList();
		long found = withDuplicate.stream().filter(GradedDemandsTests::findsDuplicate).count();
		System.out.printf("search by name: a duplicate among the first three for %d of %d%n", found,
				withDuplicate.size());
		assertThat(found).isGreaterThanOrEqualTo(withDuplicate.size() * 9L / 10);
	}

	private static boolean findsDuplicate(Demand demand) {
		Set<Long> duplicates = GRADED.demands()
			.stream()
			.filter((other) -> other.id() != demand.id() && other.duplicates(demand))
			.map(Demand::id)
			.collect(Collectors.toSet());
		return index.search(demand.name(), 4)
			.stream()
			.map(Hit::id)
			.filter((id) -> id != demand.id())
			.limit(3)
			.anyMatch(duplicates::contains);
	}

	private static Figures hybrid(double threshold) {
		List<GroupProposal> proposals = index.proposeGroups(GroupingSettings.standard().withThreshold(threshold));
		return Figures.of(threshold, proposals.stream().map(GroupProposal::ids).toList());
	}

	/** What one score alone reaches with the threshold that suits it best. */
	private static Figures best(PairScore score) {
		return best(score, EVERY);
	}

	private static Figures best(PairScore score, Set<Long> measured) {
		float[][] scores = scores(score);
		IntToDoubleFunction threshold = (step) -> 0.1 + step * 0.005;
		return IntStream.range(0, 180)
			.mapToObj((step) -> Figures.of(threshold.applyAsDouble(step), groups(scores, threshold.applyAsDouble(step)),
					measured))
			.max(Comparator.comparingDouble(Figures::f1))
			.orElseThrow();
	}

	private static float[][] scores(PairScore score) {
		float[][] scores = new float[TEXTS.size()][TEXTS.size()];
		for (int i = 0; i < scores.length; i++) {
			for (int j = 0; j < scores.length; j++) {
				scores[i][j] = (i == j) ? 0 : (float) score.of(i, j);
			}
		}
		return scores;
	}

	private static List<List<Long>> groups(float[][] scores, double threshold) {
		List<List<Long>> groups = new ArrayList<>();
		for (int[] members : new AverageLinkage(scores, threshold, LARGEST_GROUP).groups()) {
			groups.add(IntStream.of(members).mapToObj((member) -> TEXTS.get(member).id()).toList());
		}
		return groups;
	}

	@FunctionalInterface
	private interface PairScore {

		double of(int i, int j);

	}

	private record Figures(double threshold, double recall, double precision) {

		static Figures of(double threshold, List<List<Long>> groups) {
			return of(threshold, groups, EVERY);
		}

		/** Counts only pairs one of which is among the measured. */
		static Figures of(double threshold, List<List<Long>> groups, Set<Long> measured) {
			Set<TextPair> proposed = new HashSet<>();
			groups.forEach((ids) -> proposed.addAll(pairs(ids)));
			proposed.removeIf((pair) -> !pair.touches(measured));
			Set<TextPair> wanted = new HashSet<>(GRADED.duplicates());
			wanted.removeIf((pair) -> !pair.touches(measured));
			Set<TextPair> right = new HashSet<>(proposed);
			right.retainAll(wanted);
			return new Figures(threshold, (double) right.size() / wanted.size(),
					(double) right.size() / Math.max(1, proposed.size()));
		}

		private static Set<TextPair> pairs(List<Long> ids) {
			Set<TextPair> pairs = new HashSet<>();
			for (int i = 0; i < ids.size(); i++) {
				for (int j = i + 1; j < ids.size(); j++) {
					pairs.add(new TextPair(ids.get(i), ids.get(j)));
				}
			}
			return pairs;
		}

		double f1() {
			return (this.recall + this.precision == 0) ? 0
					: 2 * this.recall * this.precision / (this.recall + this.precision);
		}

		void print(String name) {
			System.out.printf("%-34s threshold %.3f  recall %.3f  precision %.3f%n", name, this.threshold, this.recall,
					this.precision);
		}

	}

}
