package org.guantong.question.web;

import java.util.Locale;

import org.guantong.question.QuestionDemands.Source;
import org.guantong.question.RoundDemands.Item;

/**
 * Which part of a round's demands an officer looks at; null or empty means any.
 *
 * @param text words in code, name, unit, co-funder or difficulties
 */
record DistillationFilter(View view, String text, Long fieldId, Long coFunderId) {

	/** The lists of the page. */
	enum View {

		/** 相近需求 */
		GROUPS,
		/** 单独需求 */
		SINGLE,
		/** 不凝练 */
		ASIDE,
		/** 已判定不同 */
		APART

	}

	boolean matches(Item item) {
		Source source = item.source();
		return (fieldId == null || source.fieldId() == fieldId)
				&& (coFunderId == null || source.coFunderId() == coFunderId) && holdsText(source);
	}

	private boolean holdsText(Source source) {
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		String words = String.join(" ", source.code(), source.title(), source.unit(), source.coFunderName(),
				source.difficulties());
		return wanted.isEmpty() || words.toLowerCase(Locale.ROOT).contains(wanted);
	}

}
