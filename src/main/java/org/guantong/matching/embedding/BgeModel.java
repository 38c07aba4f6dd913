package org.guantong.matching.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import org.guantong.matching.Embeddings;

/**
 * The BGE small Chinese model of its jar on a session of our own. The jar's class keeps
 * its session in a static field, which can neither be closed nor held to one thread.
 */
final class BgeModel extends AbstractInProcessEmbeddingModel implements AutoCloseable {

	private static final String WEIGHTS = "/bge-small-zh-v1.5-q.onnx";

	private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

	private final OrtSession session;

	private final OnnxBertBiEncoder encoder;

	BgeModel(Executor executor) {
		super(executor);
		OrtEnvironment environment = OrtEnvironment.getEnvironment();
		this.session = openSession(environment);
		this.encoder = new OnnxBertBiEncoder(environment, this.session, resource(TOKENIZER), PoolingMode.CLS);
	}

	@Override
	protected OnnxBertBiEncoder model() {
		return this.encoder;
	}

	@Override
	protected Integer knownDimension() {
		return Embeddings.DIMENSIONS;
	}

	/** One thread for each text: texts run in parallel, and sums keep their order. */
	private static OrtSession openSession(OrtEnvironment environment) {
		try (InputStream weights = resource(WEIGHTS);
				OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			return environment.createSession(weights.readAllBytes(), options);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model does not load", ex);
		}
	}

	private static InputStream resource(String name) {
		return BgeSmallZhV15QuantizedEmbeddingModel.class.getResourceAsStream(name);
	}

	@Override
	public void close() {
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model does not close", ex);
		}
	}

}
