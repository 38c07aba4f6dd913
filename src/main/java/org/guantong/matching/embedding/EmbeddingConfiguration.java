package org.guantong.matching.embedding;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Puts a cache before the model; nothing is loaded until the first text is embedded.
 */
@Configuration(proxyBeanMethods = false)
class EmbeddingConfiguration {

	/** Some ten rounds of demands, in 20 MB. */
	private static final int CACHED_VECTORS = 10_000;

	@Bean(destroyMethod = "close")
	OnnxEmbeddings onnxEmbeddings() {
		return new OnnxEmbeddings();
	}

	@Bean
	@Primary
	CachedEmbeddings cachedEmbeddings(OnnxEmbeddings onnxEmbeddings) {
		return new CachedEmbeddings(onnxEmbeddings, CACHED_VECTORS);
	}

}
