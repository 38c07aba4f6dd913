package org.guantong.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.guantong.matching.GradedDemands.Demand;
import org.guantong.matching.embedding.CachedEmbeddings;
import org.guantong.matching.embedding.OnnxEmbeddings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SimilarityTests {

	private static final OnnxEmbeddings MODEL = new OnnxEmbeddings();

	private static final List<Text> DEMANDS = GradedDemands.read().texts();

	private final Similarity similarity = new Similarity(new CachedEmbeddings(MODEL, 2000));

	@AfterAll
	static void close() {
		MODEL.close();
	}

	@Test
	void aSearchFindsWhatIsMeantAndSaysWhichTermsAreShared() {
		List<Hit> hits = this.similarity.search("锂电池在严寒条件下无法充电", DEMANDS, 5);
		assertThat(hits).hasSize(5);
		assertThat(hits.subList(0, 3)).extracting(Hit::id).containsExactlyInAnyOrder(301L, 302L, 303L);
		assertThat(hits).extracting(Hit::score).isSortedAccordingTo(Collections.reverseOrder());
		assertThat(hits).allMatch((hit) -> hit.score() > 0 && hit.score() <= 1);
		assertThat(hits.stream().filter((hit) -> hit.id() == 303).findFirst().orElseThrow().sharedTerms())
			.contains("锂电池");
	}

	@Test
	void aSearchForNothingOrInNothingFindsNothing() {
		assertThat(this.similarity.search("  ", DEMANDS, 5)).isEmpty();
		assertThat(this.similarity.search("锂电池", List.of(), 5)).isEmpty();
	}

	@Test
	void aSearchForSomethingElseAltogetherFindsNothingByMeaning() {
		List<Text> corpus = List.of(new Text(1, "非洲猪瘟疫苗免疫保护机制"));
		assertThat(this.similarity.search("卫星轨道", corpus, 5)).isEmpty();
	}

	@Test
	void everyPairOfAProposedGroupHasItsReason() {
		List<GroupProposal> groups = this.similarity.proposeGroups(DEMANDS, GroupingSettings.standard());
		assertThat(groups).isNotEmpty().allSatisfy((group) -> {
			int size = group.ids().size();
			assertThat(group.reasons()).hasSize(size * (size - 1) / 2);
			assertThat(group.cohesion()).isBetween(GroupingSettings.standard().threshold() - 1e-3, 1.0);
			assertThat(group.reasons()).allMatch((reason) -> reason.score() > 0 && reason.score() <= 1);
		});
		GroupProposal swine = groups.stream().filter((group) -> group.ids().contains(106L)).findFirst().orElseThrow();
		assertThat(swine.reasons().get(0).sharedTerms()).contains("非洲猪瘟");
	}

	@Test
	void theSameTextsInAnyOrderGiveTheSameGroups() {
		List<Text> shuffled = new ArrayList<>(DEMANDS);
		Collections.shuffle(shuffled, new Random(3));
		assertThat(this.similarity.proposeGroups(shuffled, GroupingSettings.standard()))
			.isEqualTo(this.similarity.proposeGroups(DEMANDS, GroupingSettings.standard()));
	}

	@Test
	void blankTextsResembleNothingNotEvenOneAnother() {
		List<Text> corpus = List.of(new Text(1, ""), new Text(2, " "), new Text(3, "高速列车车轮磨耗"),
				new Text(4, "高速列车车轮磨耗"));
		List<GroupProposal> groups = this.similarity.proposeGroups(corpus, GroupingSettings.standard());
		assertThat(groups).extracting(GroupProposal::ids).containsExactly(List.of(3L, 4L));
		assertThat(groups.get(0).cohesion()).isGreaterThan(0.99);
	}

	@Test
	void twoTextsWithOneIdAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.similarity.search("甲", List.of(new Text(1, "甲"), new Text(1, "乙")), 5))
			.withMessageContaining("1");
	}

	@Test
	@Timeout(120)
	void aThousandTextsAreGroupedInSeconds() {
		List<Text> texts = thousandTexts();
		long start = System.nanoTime();
		try (SimilarityIndex index = this.similarity.index(texts)) {
			long indexed = System.nanoTime();
			List<GroupProposal> groups = index.proposeGroups(GroupingSettings.standard());
			long grouped = System.nanoTime();
			System.out.printf("1,000 texts: embedded and indexed in %d ms, %d groups in %d ms%n",
					(indexed - start) / 1_000_000, groups.size(), (grouped - indexed) / 1_000_000);
			assertThat(groups).isNotEmpty();
		}
	}

	/** Names and difficulties of the graded demands, combined anew. */
	private static List<Text> thousandTexts() {
		List<Demand> demands = GradedDemands.read().demands();
		return IntStream.range(0, 1000)
			.mapToObj((i) -> new Text(i,
					demands.get(i % demands.size()).name() + "。"
							+ demands.get((i * 7 + i / demands.size()) % demands.size()).difficulties()))
			.toList();
	}

}
