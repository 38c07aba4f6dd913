package org.guantong.wording.rule;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.guantong.identity.Organisation;
import org.guantong.identity.Organisations;
import org.guantong.wording.Criterion;
import org.guantong.wording.Draft;
import org.guantong.wording.Finding;
import org.guantong.wording.WordingRule;

/** Names of organisations: what names one of them fits only that one. */
@Component
class KnownNames implements WordingRule {

	private static final int SHORTEST = 4;

	/** What ends like the name of a company, institute or university. */
	private static final String LIKE_A_NAME = "[\\p{IsHan}]{2,12}(有限公司|股份公司|集团公司|有限责任公司|研究院|研究所|大学)";

	private final Organisations organisations;

	KnownNames(Organisations organisations) {
		this.organisations = organisations;
	}

	@Override
	public Stream<Finding> check(Draft draft) {
		String known = organisations.findAll()
			.stream()
			.map(Organisation::name)
			.filter((name) -> name.length() >= SHORTEST)
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		Pattern names = Pattern.compile(known.isEmpty() ? LIKE_A_NAME : known + "|" + LIKE_A_NAME);
		return Places.of(names, draft, Criterion.INCLUSIVE, "name");
	}

}
