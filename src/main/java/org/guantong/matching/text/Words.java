package org.guantong.matching.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a text into words without losing a character of it. */
public final class Words {

	/** Keeps stop words: nothing may be left out here. */
	private static final Analyzer ANALYZER = new SmartChineseAnalyzer(false);

	private Words() {
	}

	/** The words, marks and spaces of a text; joined they are the text again. */
	public static List<String> of(String text) {
		TreeSet<Integer> cuts = cuts(text);
		List<String> words = new ArrayList<>();
		int begin = 0;
		for (int cut : cuts) {
			if (cut > begin && !splitsCharacter(text, cut)) {
				words.add(text.substring(begin, cut));
				begin = cut;
			}
		}
		return words;
	}

	private static TreeSet<Integer> cuts(String text) {
		TreeSet<Integer> cuts = new TreeSet<>();
		int done = 0;
		try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
			OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				everyCharacter(cuts, done, place.startOffset());
				cuts.add(place.endOffset());
				done = Math.max(done, place.endOffset());
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		everyCharacter(cuts, done, text.length());
		return cuts;
	}

	/** What the dictionary passes over, spaces for instance, stands alone. */
	private static void everyCharacter(TreeSet<Integer> cuts, int from, int to) {
		for (int cut = from; cut <= to; cut++) {
			cuts.add(cut);
		}
	}

	private static boolean splitsCharacter(String text, int cut) {
		return cut < text.length() && Character.isSurrogatePair(text.charAt(cut - 1), text.charAt(cut));
	}

}
