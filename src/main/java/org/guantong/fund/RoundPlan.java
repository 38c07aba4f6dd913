package org.guantong.fund;

import java.util.List;

/**
 * Everything an officer may set about a round on one page, but for its mail texts.
 *
 * @param fields ids, at least one, of the fund's
 * @param coFunders ids of those that take part
 * @param criteria in their order, at least one, their weights adding up to 100
 */
public record RoundPlan(RoundSettings settings, List<Long> fields, List<Long> coFunders,
		List<QuotaException> exceptions, List<Criterion> criteria) {

	public RoundPlan {
		fields = List.copyOf(fields);
		coFunders = List.copyOf(coFunders);
		exceptions = List.copyOf(exceptions);
		criteria = List.copyOf(criteria);
	}

	/** The plan without exceptions made for others than that co-funder. */
	RoundPlan seenBy(long coFunderId) {
		return new RoundPlan(settings, fields, coFunders,
				exceptions.stream()
					.filter((one) -> one.coFunderId() == null || one.coFunderId() == coFunderId)
					.toList(),
				criteria);
	}

	public RoundPlan with(RoundSettings others) {
		return new RoundPlan(others, fields, coFunders, exceptions, criteria);
	}

}
