package org.guantong.matching.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AverageLinkageTests {

	@Test
	void doesNotChainNeighboursIntoOneGroup() {
		float[][] likeness = likeness(6, (i, j) -> (j - i == 1) ? 0.8f : 0.1f);
		assertThat(new AverageLinkage(likeness, 0.6, 20).groups()).containsExactly(new int[] { 0, 1 },
				new int[] { 2, 3 }, new int[] { 4, 5 });
	}

	@Test
	void keepsTogetherWhatIsAllAlike() {
		float[][] likeness = likeness(5, (i, j) -> (j < 4) ? 0.7f : 0.2f);
		assertThat(new AverageLinkage(likeness, 0.6, 20).groups()).containsExactly(new int[] { 0, 1, 2, 3 });
	}

	@Test
	void neverMakesAGroupLargerThanAllowed() {
		float[][] likeness = likeness(9, (i, j) -> 0.9f);
		assertThat(new AverageLinkage(likeness, 0.6, 4).groups()).allMatch((group) -> group.length <= 4);
	}

	@Test
	void joinsAtTheThresholdItself() {
		assertThat(new AverageLinkage(likeness(2, (i, j) -> 0.5f), 0.5, 20).groups()).hasSize(1);
		assertThat(new AverageLinkage(likeness(2, (i, j) -> 0.49f), 0.5, 20).groups()).isEmpty();
	}

	@Test
	void everyGroupIsAlikeOnAverageAndNothingStandsInTwo() {
		Random random = new Random(5);
		float[][] likeness = likeness(60, (i, j) -> random.nextFloat());
		List<Integer> seen = new ArrayList<>();
		for (int[] group : new AverageLinkage(likeness, 0.6, 20).groups()) {
			assertThat(average(likeness, group)).isGreaterThanOrEqualTo(0.6 - 1e-5);
			for (int member : group) {
				seen.add(member);
			}
		}
		assertThat(seen).isNotEmpty().doesNotHaveDuplicates();
	}

	private static double average(float[][] likeness, int[] group) {
		double sum = 0;
		int pairs = 0;
		for (int i = 0; i < group.length; i++) {
			for (int j = i + 1; j < group.length; j++) {
				sum += likeness[group[i]][group[j]];
				pairs++;
			}
		}
		return sum / pairs;
	}

	private static float[][] likeness(int size, PairLikeness of) {
		float[][] likeness = new float[size][size];
		for (int i = 0; i < size; i++) {
			for (int j = i + 1; j < size; j++) {
				likeness[i][j] = of.value(i, j);
				likeness[j][i] = likeness[i][j];
			}
		}
		return likeness;
	}

	@FunctionalInterface
	private interface PairLikeness {

		float value(int i, int j);

	}

}
