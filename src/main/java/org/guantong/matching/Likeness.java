package org.guantong.matching;

import java.util.List;

import org.guantong.matching.embedding.Vectors;
import org.guantong.matching.text.KeywordIndex;

/**
 * How alike each text of a list is to each other. Ranks would not do here: everything has
 * a nearest neighbour, also what has no duplicate. So both scores are put on a scale from
 * 0 to 1 and mixed.
 */
final class Likeness {

	/** Share of meaning in the score; the rest is words. Best on the graded demands. */
	private static final double MEANING = 0.7;

	/** Cosine at which two Chinese texts have nothing to do with one another. */
	private static final double UNRELATED = 0.3;

	private final float[][] keywords;

	private final List<float[]> vectors;

	Likeness(List<String> texts, KeywordIndex index, List<float[]> vectors) {
		this.vectors = vectors;
		this.keywords = keywordShares(texts, index);
	}

	private static float[][] keywordShares(List<String> texts, KeywordIndex index) {
		float[][] shares = new float[texts.size()][texts.size()];
		for (int i = 0; i < shares.length; i++) {
			double[] scores = index.scores(texts.get(i));
			double own = scores[i];
			for (int j = 0; j < shares.length && own > 0; j++) {
				float half = (float) (Math.min(1, scores[j] / own) / 2);
				shares[i][j] += half;
				shares[j][i] += half;
			}
		}
		return shares;
	}

	double cosine(int i, int j) {
		return Vectors.cosine(this.vectors.get(i), this.vectors.get(j));
	}

	/** The share grows slowly among paraphrases; its root spreads them out. */
	double keywordScore(int i, int j) {
		return Math.sqrt(this.keywords[i][j]);
	}

	double score(int i, int j) {
		double meaning = Math.max(0, (cosine(i, j) - UNRELATED) / (1 - UNRELATED));
		return Math.min(1, MEANING * meaning + (1 - MEANING) * keywordScore(i, j));
	}

	float[][] scores() {
		float[][] scores = new float[this.keywords.length][this.keywords.length];
		for (int i = 0; i < scores.length; i++) {
			for (int j = i + 1; j < scores.length; j++) {
				scores[i][j] = (float) score(i, j);
				scores[j][i] = scores[i][j];
			}
		}
		return scores;
	}

}
