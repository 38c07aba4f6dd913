package org.guantong.matching.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the phrases that two texts share, to show a person why they were found alike.
 */
public final class SharedTerms implements AutoCloseable {

	private static final int MOST_TERMS = 6;

	/** A phrase in more texts than this explains nothing. */
	private static final double TOO_COMMON = 0.1;

	/** In fewer texts commonness says nothing. */
	private static final int ENOUGH_TEXTS = 20;

	/** Words that join others and never belong to a term. */
	private static final Set<String> JOINTS = Set.of("的", "了", "和", "与", "及", "在", "对", "等", "中", "为", "其", "是", "或",
			"后", "下", "不", "以", "从", "被");

	/** Cuts by a dictionary, so that a phrase begins and ends where a word does. */
	private final Analyzer words = new SmartChineseAnalyzer();

	private final KeywordIndex corpus;

	private final boolean judgesCommonness;

	/**
	 * Explains likeness within a corpus.
	 * @param corpus tells which phrases are rare
	 * @param size number of its texts
	 */
	public SharedTerms(KeywordIndex corpus, int size) {
		this.corpus = corpus;
		this.judgesCommonness = size >= ENOUGH_TEXTS;
	}

	/**
	 * The longest phrases that both texts hold.
	 * @param text one text
	 * @param other the other
	 * @return at most six phrases, the rarest first; empty if none is shared
	 */
	public List<String> of(String text, String other) {
		return from(text).sharedWith(other);
	}

	/**
	 * A text to be held against several others: cutting it into words costs far more than
	 * looking for them.
	 */
	public final class From {

		private final String text;

		private final List<Span> spans;

		private From(String text) {
			this.text = text;
			this.spans = spans(text);
		}

		/** As {@link SharedTerms#of} this text and the other. */
		public List<String> sharedWith(String other) {
			return rarest(commonPhrases(this.text, this.spans, other.toLowerCase(Locale.ROOT)));
		}

	}

	/** The text with its words found. */
	public From from(String text) {
		return new From(text);
	}

	private List<String> rarest(Set<String> phrases) {
		return phrases.stream()
			.filter((phrase) -> phrases.stream().noneMatch((longer) -> isPart(phrase, longer)))
			.filter((phrase) -> !this.judgesCommonness || this.corpus.commonness(phrase) <= TOO_COMMON)
			.sorted(Comparator.comparingDouble(this.corpus::commonness))
			.limit(MOST_TERMS)
			.toList();
	}

	private static boolean isPart(String phrase, String longer) {
		return longer.length() > phrase.length() && longer.contains(phrase);
	}

	private static Set<String> commonPhrases(String text, List<Span> spans, String other) {
		Set<String> phrases = new LinkedHashSet<>();
		for (int first = 0; first < spans.size();) {
			int next = first;
			while (next < spans.size() && extendsPhrase(text, spans, first, next, other)) {
				next++;
			}
			if (next > first) {
				addPhrase(phrases, text.substring(spans.get(first).start(), spans.get(next - 1).end()));
			}
			first = Math.max(next, first + 1);
		}
		return phrases;
	}

	private static boolean extendsPhrase(String text, List<Span> spans, int first, int next, String other) {
		boolean adjacent = next == first || spans.get(next).start() == spans.get(next - 1).end();
		String phrase = text.substring(spans.get(first).start(), spans.get(next).end());
		return adjacent && other.contains(phrase.toLowerCase(Locale.ROOT));
	}

	private static void addPhrase(Set<String> phrases, String phrase) {
		if (phrase.length() > 1) {
			phrases.add(phrase);
		}
	}

	private List<Span> spans(String text) {
		List<Span> spans = new ArrayList<>();
		try (TokenStream stream = this.words.tokenStream("text", text)) {
			OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				Span span = new Span(offset.startOffset(), offset.endOffset());
				if (!JOINTS.contains(text.substring(span.start(), span.end()))) {
					spans.add(span);
				}
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return spans;
	}

	@Override
	public void close() {
		this.words.close();
	}

	private record Span(int start, int end) {
	}

}
