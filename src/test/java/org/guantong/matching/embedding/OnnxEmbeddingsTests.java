package org.guantong.matching.embedding;

import java.util.List;
import java.util.stream.IntStream;

import org.guantong.matching.Embeddings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class OnnxEmbeddingsTests {

	private static final OnnxEmbeddings EMBEDDINGS = new OnnxEmbeddings();

	@AfterAll
	static void close() {
		EMBEDDINGS.close();
	}

	@Test
	void everyVectorHasLengthOne() {
		float[] vector = EMBEDDINGS.of("黑土地保护");
		assertThat(vector).hasSize(Embeddings.DIMENSIONS);
		assertThat(Vectors.cosine(vector, vector)).isCloseTo(1, within(1e-5));
	}

	@Test
	void aBlankTextHasTheZeroVector() {
		assertThat(EMBEDDINGS.of(" \n")).containsOnly(0);
		assertThat(EMBEDDINGS.of(List.of())).isEmpty();
	}

	@Test
	void paraphrasesAreNearerThanStrangers() {
		List<float[]> vectors = EMBEDDINGS.of(List.of("动力电池低温性能差", "锂电池在寒冷天气容量下降", "胃癌早期诊断"));
		assertThat(Vectors.cosine(vectors.get(0), vectors.get(1)))
			.isGreaterThan(Vectors.cosine(vectors.get(0), vectors.get(2)) + 0.1);
	}

	@Test
	void whatStandsBeyondTheReachOfTheModelStillCounts() {
		String opening = "本单位长期从事水稻种植研究。".repeat(50);
		float[] alone = EMBEDDINGS.of(opening);
		float[] withMore = EMBEDDINGS.of(opening + "航空发动机叶片热障涂层剥落。".repeat(50));
		float[] blades = EMBEDDINGS.of("航空发动机叶片热障涂层剥落。");
		assertThat(Vectors.cosine(withMore, blades)).isGreaterThan(Vectors.cosine(alone, blades) + 0.2);
	}

	@Test
	void severalThreadsGetTheSameVectorsAsOne() {
		List<String> texts = IntStream.range(0, 40).mapToObj((i) -> "第" + i + "项需求：煤矿井下定位").toList();
		List<float[]> expected = EMBEDDINGS.of(texts);
		List<float[]> parallel = texts.parallelStream().map(EMBEDDINGS::of).toList();
		for (int i = 0; i < texts.size(); i++) {
			assertThat(parallel.get(i)).isEqualTo(expected.get(i));
		}
	}

	@Test
	void nothingIsEmbeddedAfterClosingWhichMayHappenTwice() {
		OnnxEmbeddings embeddings = new OnnxEmbeddings();
		embeddings.of("先用一次");
		embeddings.close();
		embeddings.close();
		assertThatIllegalStateException().isThrownBy(() -> embeddings.of("再用一次"));
	}

	@Test
	void longTextsAreCutAtTheEndOfASentenceAndLoseNothing() {
		String text = "土壤有机质含量逐年降低。".repeat(200);
		List<String> chunks = TextChunks.of(text);
		assertThat(String.join("", chunks)).isEqualTo(text);
		assertThat(chunks).allMatch((chunk) -> chunk.length() <= TextChunks.LONGEST && chunk.endsWith("。"));
	}

	@Test
	void aTextWithoutSentencesIsCutButNeverThroughACharacter() {
		String text = "\uD842\uDFB7".repeat(801);
		List<String> chunks = TextChunks.of("甲" + text);
		assertThat(String.join("", chunks)).isEqualTo("甲" + text);
		assertThat(chunks).noneMatch((chunk) -> Character.isLowSurrogate(chunk.charAt(0)));
	}

}
