package org.guantong.fund;

import java.util.List;

import org.springframework.stereotype.Component;

/** Reads and writes all of a round's settings together. */
@Component
class RoundPlans {

	private final RoundParties parties;

	private final RoundQuotas quotas;

	private final RoundCriteria criteria;

	RoundPlans(RoundParties parties, RoundQuotas quotas, RoundCriteria criteria) {
		this.parties = parties;
		this.quotas = quotas;
		this.criteria = criteria;
	}

	RoundPlan of(Round round) {
		return new RoundPlan(RoundSettings.of(round), parties.fields(round.id()), parties.coFunders(round.id()),
				quotas.exceptions(round.id()), criteria.of(round.id()));
	}

	/** What a round begins with: all fields, everybody under agreement, no exceptions. */
	RoundPlan usual(JointFund fund, int year, RoundSettings settings) {
		return new RoundPlan(settings, List.copyOf(fund.fieldIds()), parties.underAgreement(fund.id(), year), List.of(),
				criteria.standard());
	}

	/** Writes what is kept beside the round itself, as far as it differs. */
	void write(long roundId, RoundPlan before, RoundPlan plan) {
		if (before == null || !before.fields().equals(plan.fields())) {
			parties.replaceFields(roundId, plan.fields());
		}
		if (before == null || !before.coFunders().equals(plan.coFunders())) {
			parties.replaceCoFunders(roundId, plan.coFunders());
		}
		if (before == null || !before.exceptions().equals(plan.exceptions())) {
			quotas.replace(roundId, plan.exceptions());
		}
		if (before == null || !before.criteria().equals(plan.criteria())) {
			criteria.replace(roundId, plan.criteria());
		}
	}

}
