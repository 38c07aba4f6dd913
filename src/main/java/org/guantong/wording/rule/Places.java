package org.guantong.wording.rule;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;

/** Finds every place of a draft that a pattern fits. */
final class Places {

	private Places() {
	}

	static Stream<Finding> of(Pattern pattern, Draft draft, Criterion criterion, String rule) {
		return draft.parts()
			.entrySet()
			.stream()
			.flatMap((part) -> pattern.matcher(part.getValue())
				.results()
				.map((found) -> Finding.at(criterion, rule, part.getKey(), part.getValue(), found.start(),
						found.end())));
	}

}
