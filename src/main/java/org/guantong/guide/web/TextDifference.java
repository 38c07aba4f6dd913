package org.guantong.guide.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What changed between two texts, word by word; a Chinese character counts as a word.
 * Meant for directions, whose texts have some hundred words: time grows with their
 * product.
 */
final class TextDifference {

	private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\d]+|\\s+|.", Pattern.DOTALL);

	private TextDifference() {
	}

	/** A stretch of text that stayed, came or went. */
	record Piece(Kind kind, String text) {

		enum Kind {

			SAME, ADDED, REMOVED

		}

	}

	static List<Piece> between(String before, String after) {
		List<String> old = words(before);
		List<String> now = words(after);
		int[][] common = commonSuffixes(old, now);
		List<Piece> pieces = new ArrayList<>();
		int i = 0;
		int j = 0;
		while (i < old.size() || j < now.size()) {
			if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
				append(pieces, Piece.Kind.SAME, old.get(i));
				i++;
				j++;
			}
			else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
				append(pieces, Piece.Kind.REMOVED, old.get(i++));
			}
			else {
				append(pieces, Piece.Kind.ADDED, now.get(j++));
			}
		}
		return pieces;
	}

	private static int[][] commonSuffixes(List<String> old, List<String> now) {
		int[][] common = new int[old.size() + 1][now.size() + 1];
		for (int i = old.size() - 1; i >= 0; i--) {
			for (int j = now.size() - 1; j >= 0; j--) {
				common[i][j] = old.get(i).equals(now.get(j)) ? common[i + 1][j + 1] + 1
						: Math.max(common[i + 1][j], common[i][j + 1]);
			}
		}
		return common;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		Matcher matcher = WORD.matcher(text);
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

	private static void append(List<Piece> pieces, Piece.Kind kind, String word) {
		int last = pieces.size() - 1;
		if (last >= 0 && pieces.get(last).kind() == kind) {
			pieces.set(last, new Piece(kind, pieces.get(last).text() + word));
		}
		else {
			pieces.add(new Piece(kind, word));
		}
	}

}
