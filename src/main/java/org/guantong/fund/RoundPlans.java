package org.guantong.fund;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

	/**
	 * A round's plan as it would be for another year, with whoever is under agreement
	 * then, but for those left out before.
	 */
	RoundPlan forYear(Round round, int year, ZoneId zone) {
		RoundPlan plan = of(round);
		RoundSettings settings = plan.settings();
		Instant deadline = settings.demandDeadline().atZone(zone).plusYears(year - round.year()).toInstant();
		String title = settings.title().replace(Integer.toString(round.year()), Integer.toString(year));
		List<Long> leftOut = new ArrayList<>(parties.underAgreement(round.fundId(), round.year()));
		leftOut.removeAll(plan.coFunders());
		List<Long> coFunders = new ArrayList<>(parties.underAgreement(round.fundId(), year));
		coFunders.removeAll(leftOut);
		return new RoundPlan(settings.withDeadline(deadline).withTitle(title), plan.fields(), coFunders,
				plan.exceptions()
					.stream()
					.filter((one) -> one.coFunderId() == null || coFunders.contains(one.coFunderId()))
					.toList(),
				plan.criteria());
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
