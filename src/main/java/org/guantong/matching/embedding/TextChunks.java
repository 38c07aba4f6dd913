package org.guantong.matching.embedding;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces that the model reads whole.
 */
final class TextChunks {

	/**
	 * Longest piece in UTF-16 units. The model reads 512 tokens, two of them its own
	 * marks, and one character gives at most one token.
	 */
	static final int LONGEST = 500;

	private static final String SENTENCE_ENDS = "。！？；!?;\n";

	private TextChunks() {
	}

	static List<String> of(String text) {
		List<String> chunks = new ArrayList<>();
		int from = 0;
		while (from < text.length()) {
			int to = endOfChunk(text, from);
			String chunk = text.substring(from, to);
			if (!chunk.isBlank()) {
				chunks.add(chunk);
			}
			from = to;
		}
		return chunks;
	}

	/** The last end of a sentence in reach, else as far as the model reads. */
	private static int endOfChunk(String text, int from) {
		int limit = from + LONGEST;
		if (limit >= text.length()) {
			return text.length();
		}
		for (int end = limit; end > from + LONGEST / 2; end--) {
			if (SENTENCE_ENDS.indexOf(text.charAt(end - 1)) >= 0) {
				return end;
			}
		}
		return Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
	}

}
