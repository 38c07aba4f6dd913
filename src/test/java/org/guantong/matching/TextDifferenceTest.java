package org.guantong.matching;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.guantong.matching.TextDifference.Kind;
import org.guantong.matching.TextDifference.Segment;

import static org.assertj.core.api.Assertions.assertThat;

class TextDifferenceTest {

	@Test
	void marksWholeWordsOfAChineseSentence() {
		TextDifference difference = TextDifference.between("针对储能电池的安全问题，研究热失控机理。", "针对储能电池的寿命问题，研究热失控机理。");

		assertThat(difference.segments()).containsExactly(new Segment(Kind.SAME, "针对储能电池的"),
				new Segment(Kind.REMOVED, "安全"), new Segment(Kind.ADDED, "寿命"), new Segment(Kind.SAME, "问题，研究热失控机理。"));
		assertThat(difference.isChanged()).isTrue();
	}

	@Test
	void losesNoCharacterOfEitherText() {
		String before = "Mg-Al 合金（AZ91）在 300 ℃ 下\n\n的疲劳😀行为；\t为𠀀提供依据";
		String after = "  Mg-Al 合金在 350 ℃ 下的\n疲劳与蠕变😀行为，为𠀀𠀁提供依据。";

		TextDifference difference = TextDifference.between(before, after);

		assertThat(side(difference, Kind.ADDED)).isEqualTo(before);
		assertThat(side(difference, Kind.REMOVED)).isEqualTo(after);
	}

	@Test
	void findsNothingToMarkInEqualTexts() {
		assertThat(TextDifference.between("研究生物质能", "研究生物质能").isChanged()).isFalse();
		assertThat(TextDifference.between("", "").segments()).isEmpty();
		assertThat(TextDifference.between(null, "新").segments()).containsExactly(new Segment(Kind.ADDED, "新"));
		assertThat(TextDifference.between("旧", null).segments()).containsExactly(new Segment(Kind.REMOVED, "旧"));
	}

	@Test
	void comparesLongTextsInGoodTime() {
		String before = "针对复杂工况，研究多场耦合机理，揭示演化规律。".repeat(200);
		String after = before.replace("机理", "机制").replace("规律", "过程");

		long begun = System.nanoTime();
		TextDifference difference = TextDifference.between(before, after);

		assertThat(side(difference, Kind.REMOVED)).isEqualTo(after);
		assertThat((System.nanoTime() - begun) / 1_000_000).as("milliseconds").isLessThan(5_000);
	}

	private static String side(TextDifference difference, Kind left) {
		return difference.segments()
			.stream()
			.filter((segment) -> segment.kind() != left)
			.map(Segment::text)
			.collect(Collectors.joining());
	}

}
