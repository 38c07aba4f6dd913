package org.guantong.wording.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/**
 * The outward form: an application code, a title that can be read at a glance, sentences
 * that end, and for a direction the house style 针对…，研究…，揭示…，为…提供….
 */
@Component
class Form implements WordingRule {

	private static final int LONG_TITLE = 30;

	private static final int SHORT_TITLE = 6;

	private static final int LONG_SENTENCE = 150;

	private static final int MOST_SENTENCES = 3;

	private static final Pattern SENTENCE = Pattern.compile("[^。！？；\\n]+");

	private static final Pattern USE = Pattern.compile("为.*提供", Pattern.DOTALL);

	@Override
	public Stream<Finding> check(Draft draft) {
		List<Finding> findings = new ArrayList<>();
		code(draft, findings);
		title(draft.part("title"), findings);
		draft.parts().forEach((part, text) -> sentences(part, text, findings));
		if (draft.isDirection() && !draft.part("text").isEmpty()) {
			houseStyle(draft.part("text"), findings);
		}
		return findings.stream();
	}

	private static void code(Draft draft, List<Finding> findings) {
		if (draft.codes().isEmpty()) {
			findings.add(Finding.about(Criterion.NORMATIVE, "code", "applicationCode"));
		}
	}

	private static void title(String title, List<Finding> findings) {
		int length = title.codePointCount(0, title.length());
		if (length > LONG_TITLE) {
			findings.add(Finding.about(Criterion.NORMATIVE, "longTitle", "title", length, LONG_TITLE));
		}
		if (length > 0 && length < SHORT_TITLE) {
			findings.add(Finding.about(Criterion.NORMATIVE, "shortTitle", "title", length));
		}
	}

	private static void sentences(String part, String text, List<Finding> findings) {
		SENTENCE.matcher(text)
			.results()
			.filter((sentence) -> sentence.group().length() > LONG_SENTENCE)
			.map((sentence) -> Finding.about(Criterion.NORMATIVE, "longSentence", part, sentence.group().length(),
					LONG_SENTENCE, sentence.group().strip().substring(0, 12)))
			.forEach(findings::add);
	}

	private static void houseStyle(String text, List<Finding> findings) {
		Stream.of("针对", "研究", "揭示")
			.filter((word) -> !text.contains(word))
			.map((word) -> Finding.about(Criterion.NORMATIVE, "houseStyle", "text", word + "…"))
			.forEach(findings::add);
		if (!USE.matcher(text).find()) {
			findings.add(Finding.about(Criterion.NORMATIVE, "houseStyle", "text", "为…提供…"));
		}
		long sentences = SENTENCE.matcher(text).results().filter((one) -> !one.group().isBlank()).count();
		if (sentences > MOST_SENTENCES) {
			findings.add(Finding.about(Criterion.NORMATIVE, "manySentences", "text", sentences, MOST_SENTENCES));
		}
	}

}
