package org.guantong.wording;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.stereotype.Component;

import org.guantong.shared.Ref;

/** Looks at a text by all rules and lays what it found out under the five criteria. */
@Component
public class WordingCheck {

	private final List<WordingRule> rules;

	private final CriteriaTicks ticks;

	WordingCheck(List<WordingRule> rules, CriteriaTicks ticks) {
		this.rules = rules;
		this.ticks = ticks;
	}

	/**
	 * One criterion, what was found under it, and whether somebody has ticked it.
	 *
	 * @param tick null while nobody has
	 */
	public record Item(Criterion criterion, List<Finding> findings, Tick tick) {
	}

	/** What was found, in the order of the criteria and of the text. */
	public List<Finding> find(Draft draft) {
		return rules.stream()
			.flatMap((rule) -> rule.check(draft))
			.sorted(Comparator.comparing(Finding::criterion))
			.toList();
	}

	/** The checklist of a text: all five criteria. */
	public List<Item> checklist(Draft draft) {
		List<Finding> findings = find(draft);
		List<Tick> ticked = draft.id() == null ? List.of() : ticks.of(new Ref(draft.kind(), draft.id()));
		return Arrays.stream(Criterion.values())
			.map((criterion) -> new Item(criterion,
					findings.stream().filter((one) -> one.criterion() == criterion).toList(),
					ticked.stream().filter((one) -> one.criterion() == criterion).findFirst().orElse(null)))
			.toList();
	}

}
