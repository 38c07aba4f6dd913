package org.guantong.question.web;

import java.util.List;
import java.util.Map;

import org.guantong.question.QuestionDemands.Source;

/** What can be chosen in the form that proposes a question. */
final class QuestionInput {

	private QuestionInput() {
	}

	static Map<String, Object> candidates(List<Source> waiting) {
		return Map.of("candidates", waiting.stream().map(QuestionInput::choice).toList());
	}

	private static Map<String, String> choice(Source demand) {
		String label = demand.code() + " " + demand.title() + " · " + demand.coFunderName();
		return Map.of("value", Long.toString(demand.id()), "label", label, "label_en", label);
	}

}
