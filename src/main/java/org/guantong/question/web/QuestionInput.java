package org.guantong.question.web;

import java.util.List;
import java.util.Map;

/**
 * What can be chosen in the form that proposes a question: whatever is sent, for whether
 * a demand still waits is told with its code by the service that locks it.
 */
final class QuestionInput {

	private QuestionInput() {
	}

	static Map<String, Object> candidates(List<String> sent) {
		return Map.of("candidates", sent.stream().map(QuestionInput::choice).toList());
	}

	private static Map<String, String> choice(String demand) {
		return Map.of("value", demand, "label", demand, "label_en", demand);
	}

}
