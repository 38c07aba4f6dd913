package org.guantong.matching;

import java.util.List;

import org.springframework.stereotype.Service;

/**
 * Finds Chinese texts that say the same or nearly so, by words and by meaning together.
 * It proposes; it never decides.
 */
@Service
public class Similarity {

	private final Embeddings embeddings;

	public Similarity(Embeddings embeddings) {
		this.embeddings = embeddings;
	}

	/**
	 * Holds texts ready for several searches.
	 * @param corpus texts with distinct ids; may be empty
	 * @return the index, to be closed by the caller
	 */
	public SimilarityIndex index(List<Text> corpus) {
		return new SimilarityIndex(corpus, this.embeddings);
	}

	/**
	 * Finds the texts nearest to a query.
	 * @param query any text; a blank one finds nothing
	 * @param corpus texts with distinct ids; may be empty
	 * @param limit most hits, 1 or more
	 * @return hits, the best first; equal ones by key
	 */
	public List<Hit> search(String query, List<Text> corpus, int limit) {
		try (SimilarityIndex index = index(corpus)) {
			return index.search(query, limit);
		}
	}

	/**
	 * Proposes groups of texts that may say the same.
	 * @param corpus texts with distinct ids; may be empty
	 * @param settings how readily
	 * @return groups of two or more, each text in at most one, the most alike first; the
	 * same for the same texts in any order
	 */
	public List<GroupProposal> proposeGroups(List<Text> corpus, GroupingSettings settings) {
		try (SimilarityIndex index = index(corpus)) {
			return index.proposeGroups(settings);
		}
	}

	/**
	 * Compares each of some texts with each other, to propose groups several times. Time
	 * grows with the square of the number of texts: seconds for 1,000, and as much again
	 * for each 100 that were never embedded.
	 * @param corpus texts with distinct ids; may be empty
	 */
	public LikenessTable likeness(List<Text> corpus) {
		return new SimilarityIndex(corpus, this.embeddings).likeness();
	}

}
