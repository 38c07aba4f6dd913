package org.guantong.matching.embedding;

import java.util.ArrayList;
import java.util.List;

import org.guantong.matching.Embeddings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CachedEmbeddingsTests {

	private final List<String> computed = new ArrayList<>();

	private final Embeddings source = (texts) -> {
		this.computed.addAll(texts);
		return texts.stream().map((text) -> new float[] { text.length() }).toList();
	};

	@Test
	void aTextIsEmbeddedOnceHoweverOftenAsked() {
		CachedEmbeddings cache = new CachedEmbeddings(this.source, 10);
		assertThat(cache.of(List.of("甲", "乙乙", "甲"))).extracting((vector) -> vector[0]).containsExactly(1f, 2f, 1f);
		assertThat(cache.of("乙乙")).containsExactly(2f);
		assertThat(this.computed).containsExactly("甲", "乙乙");
	}

	@Test
	void theTextUnusedForLongestIsForgottenFirst() {
		CachedEmbeddings cache = new CachedEmbeddings(this.source, 2);
		cache.of("甲");
		cache.of("乙");
		cache.of("甲");
		cache.of("丙");
		this.computed.clear();
		cache.of("甲");
		cache.of("乙");
		assertThat(this.computed).containsExactly("乙");
	}

	@Test
	void moreTextsThanItKeepsAreStillAllAnswered() {
		CachedEmbeddings cache = new CachedEmbeddings(this.source, 1);
		assertThat(cache.of(List.of("甲", "乙", "丙"))).hasSize(3).doesNotContainNull();
	}

}
