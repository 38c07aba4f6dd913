package org.guantong.matching.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;

import org.guantong.matching.Embeddings;

/**
 * Embeds in this process, without network. The model is loaded on first use, so that it
 * costs nothing at the start of the application.
 */
public final class OnnxEmbeddings implements Embeddings, AutoCloseable {

	/** Held for reading while the model works, so that it is never closed under it. */
	private final ReadWriteLock lifecycle = new ReentrantReadWriteLock();

	private ExecutorService workers;

	private BgeModel model;

	private boolean closed;

	@Override
	public List<float[]> of(List<String> texts) {
		List<List<String>> chunksOfTexts = texts.stream().map(TextChunks::of).toList();
		List<String> chunks = chunksOfTexts.stream().flatMap(List::stream).toList();
		List<float[]> vectors = chunks.isEmpty() ? List.of() : embed(chunks);
		List<float[]> result = new ArrayList<>();
		int next = 0;
		for (List<String> own : chunksOfTexts) {
			result.add(mean(own, vectors.subList(next, next + own.size())));
			next += own.size();
		}
		return result;
	}

	private List<float[]> embed(List<String> chunks) {
		this.lifecycle.readLock().lock();
		try {
			List<TextSegment> segments = chunks.stream().map(TextSegment::from).toList();
			return loadedModel().embedAll(segments).content().stream().map(Embedding::vector).toList();
		}
		finally {
			this.lifecycle.readLock().unlock();
		}
	}

	private synchronized BgeModel loadedModel() {
		if (this.closed) {
			throw new IllegalStateException("The embeddings are closed");
		}
		if (this.model == null) {
			this.workers = newWorkers();
			this.model = new BgeModel(this.workers);
		}
		return this.model;
	}

	private static ExecutorService newWorkers() {
		AtomicInteger count = new AtomicInteger();
		return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), (task) -> {
			Thread thread = new Thread(task, "embedding-" + count.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	/** A long text is the mean of its pieces, each counted by its length. */
	private static float[] mean(List<String> chunks, List<float[]> vectors) {
		float[] sum = new float[DIMENSIONS];
		for (int i = 0; i < chunks.size(); i++) {
			int weight = chunks.get(i).length();
			float[] vector = vectors.get(i);
			for (int d = 0; d < DIMENSIONS; d++) {
				sum[d] += weight * vector[d];
			}
		}
		return Vectors.normalise(sum);
	}

	@Override
	public void close() {
		this.lifecycle.writeLock().lock();
		try {
			shutDown();
		}
		finally {
			this.lifecycle.writeLock().unlock();
		}
	}

	private synchronized void shutDown() {
		if (!this.closed && this.model != null) {
			this.workers.shutdown();
			this.model.close();
		}
		this.closed = true;
	}

}
