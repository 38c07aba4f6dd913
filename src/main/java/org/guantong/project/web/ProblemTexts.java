package org.guantong.project.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import org.guantong.shared.InvalidInput;

/** What is wrong with a form, a sentence for each field. */
@Component("projectProblemTexts")
class ProblemTexts {

	private final MessageSource messages;

	ProblemTexts(MessageSource messages) {
		this.messages = messages;
	}

	Map<String, String> of(InvalidInput ex, Locale locale) {
		Map<String, String> texts = new LinkedHashMap<>();
		ex.problems()
			.forEach((problem) -> texts.putIfAbsent(problem.field(),
					messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale)));
		return texts;
	}

}
