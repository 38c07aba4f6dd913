package org.guantong.matching;

import java.util.List;

/**
 * A text found by a search.
 *
 * @param id its key
 * @param score reciprocal-rank score, above 0, at most 1 (first by words and by meaning);
 * it orders the hits of one search and is not comparable between searches
 * @param cosine likeness in meaning, -1 to 1; unrelated Chinese texts reach about 0.4
 * @param sharedTerms phrases that the text shares with the query, the rarest first, at
 * most six
 */
public record Hit(long id, double score, double cosine, List<String> sharedTerms) {
}
