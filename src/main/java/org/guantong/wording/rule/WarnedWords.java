package org.guantong.wording.rule;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/** Words that are not those of basic research, above all 开发 [Guangdong]. */
@Component
class WarnedWords implements WordingRule {

	@Override
	public Stream<Finding> check(Draft draft) {
		if (draft.warned().isEmpty()) {
			return Stream.empty();
		}
		Pattern words = Pattern.compile(draft.warned().stream().map(Pattern::quote).collect(Collectors.joining("|")));
		return Places.of(words, draft, Criterion.SCIENTIFIC, "development");
	}

}
