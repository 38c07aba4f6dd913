package org.guantong.matching;

import java.util.List;

/**
 * Why two texts stand in one group.
 *
 * @param first the smaller key
 * @param second the greater key
 * @param score likeness by meaning and words together, 0 to 1
 * @param cosine likeness in meaning alone, -1 to 1; unrelated Chinese texts reach about
 * 0.4
 * @param keywordScore likeness in words alone, 0 to 1: the BM25 score of one for the
 * other as a share of its score for itself
 * @param sharedTerms phrases that both hold, the rarest first, at most six
 */
public record PairReason(long first, long second, double score, double cosine, double keywordScore,
		List<String> sharedTerms) {
}
