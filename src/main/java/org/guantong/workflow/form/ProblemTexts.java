package org.guantong.workflow.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.guantong.shared.FieldProblem;

import org.springframework.context.MessageSource;

/** Field problems as sentences in the reader's language. */
public final class ProblemTexts {

	private ProblemTexts() {
	}

	/** The first sentence of each field, in the order of the problems. */
	public static Map<String, String> of(List<FieldProblem> problems, MessageSource messages, Locale locale) {
		Map<String, String> texts = new LinkedHashMap<>();
		for (FieldProblem problem : problems) {
			texts.putIfAbsent(problem.field(),
					messages.getMessage(problem.messageKey(), problem.arguments().toArray(), locale));
		}
		return texts;
	}

}
