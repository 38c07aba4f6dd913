package org.guantong.matching;

import java.util.List;

/**
 * Turns texts into vectors whose inner product is their likeness in meaning.
 */
public interface Embeddings {

	/** Length of every vector. */
	int DIMENSIONS = 512;

	/**
	 * Embeds texts; safe to call from several threads.
	 * @param texts the texts; a blank one gives the zero vector
	 * @return one vector of {@link #DIMENSIONS} numbers and length 1 for each text, in
	 * order; not to be changed by the caller
	 */
	List<float[]> of(List<String> texts);

	/**
	 * Embeds one text.
	 * @param text the text; if blank, gives the zero vector
	 * @return its vector, not to be changed by the caller
	 */
	default float[] of(String text) {
		return of(List.of(text)).get(0);
	}

}
