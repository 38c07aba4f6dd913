package org.guantong.wording.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/** A need that is real says where it arises and how success is measured. */
@Component
class RealNeed implements WordingRule {

	@Override
	public Stream<Finding> check(Draft draft) {
		List<Finding> findings = new ArrayList<>();
		if (draft.isDirection()) {
			missing(draft, "expectedApplication", "application", findings);
		}
		else {
			missing(draft, "scenario", "scenario", findings);
			missing(draft, "indicators", "indicators", findings);
			missing(draft, "proposedQuestion", "question", findings);
		}
		return findings.stream();
	}

	private static void missing(Draft draft, String part, String rule, List<Finding> findings) {
		if (draft.part(part).isBlank()) {
			findings.add(Finding.about(Criterion.GUIDING, rule, part));
		}
	}

}
