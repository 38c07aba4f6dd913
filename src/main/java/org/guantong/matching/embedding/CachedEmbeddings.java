package org.guantong.matching.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.guantong.matching.Embeddings;

/**
 * Remembers the vectors of the texts asked for most recently, by the hash of the text, so
 * that a text kept unchanged is embedded once. A vector takes 2 KB.
 */
public final class CachedEmbeddings implements Embeddings {

	private final Embeddings source;

	private final Map<String, float[]> recent;

	/**
	 * Puts a cache before other embeddings.
	 * @param source computes what is not remembered
	 * @param capacity number of vectors kept, at least 1
	 */
	public CachedEmbeddings(Embeddings source, int capacity) {
		this.source = source;
		this.recent = new LeastRecentlyUsed<>(capacity);
	}

	@Override
	public List<float[]> of(List<String> texts) {
		List<String> hashes = texts.stream().map(CachedEmbeddings::hash).toList();
		Map<String, float[]> vectors = recall(hashes);
		Map<String, String> missing = new LinkedHashMap<>();
		for (int i = 0; i < texts.size(); i++) {
			if (!vectors.containsKey(hashes.get(i))) {
				missing.put(hashes.get(i), texts.get(i));
			}
		}
		vectors.putAll(compute(missing));
		return hashes.stream().map(vectors::get).toList();
	}

	private Map<String, float[]> recall(List<String> hashes) {
		Map<String, float[]> vectors = new LinkedHashMap<>();
		synchronized (this.recent) {
			for (String hash : hashes) {
				float[] vector = this.recent.get(hash);
				if (vector != null) {
					vectors.put(hash, vector);
				}
			}
		}
		return vectors;
	}

	/** Outside the lock: a long computation must not keep others from what is known. */
	private Map<String, float[]> compute(Map<String, String> textsByHash) {
		List<String> hashes = new ArrayList<>(textsByHash.keySet());
		List<float[]> computed = this.source.of(new ArrayList<>(textsByHash.values()));
		Map<String, float[]> vectors = new LinkedHashMap<>();
		for (int i = 0; i < hashes.size(); i++) {
			vectors.put(hashes.get(i), computed.get(i));
		}
		synchronized (this.recent) {
			this.recent.putAll(vectors);
		}
		return vectors;
	}

	private static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class LeastRecentlyUsed<K, V> extends LinkedHashMap<K, V> {

		private static final long serialVersionUID = 1L;

		private final int capacity;

		LeastRecentlyUsed(int capacity) {
			super(16, 0.75f, true);
			this.capacity = capacity;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
			return size() > this.capacity;
		}

	}

}
