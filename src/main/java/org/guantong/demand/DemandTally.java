package org.guantong.demand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.guantong.fund.Quotas;
import org.guantong.shared.FieldProblem;

/** Counts the demands of one co-funder one by one and says when a quota is exceeded. */
class DemandTally {

	private final Quotas quotas;

	private final long coFunderId;

	private final Map<Object, Integer> counts = new HashMap<>();

	DemandTally(Quotas quotas, long coFunderId) {
		this.quotas = quotas;
		this.coFunderId = coFunderId;
	}

	/** Counts it, and names each quota it goes beyond. */
	List<FieldProblem> add(CountedDemand demand) {
		List<FieldProblem> problems = new ArrayList<>();
		count(problems, "", "all", "demand.problem.quota", Optional.of(quotas.ofCoFunder(coFunderId)));
		count(problems, "field", "field " + demand.fieldId(), "demand.problem.fieldQuota",
				Optional.of(quotas.inField(coFunderId, demand.fieldId())));
		if (!demand.unit().isEmpty()) {
			count(problems, "unit", "unit " + demand.unit(), "demand.problem.unitQuota", quotas.perUnit(coFunderId));
		}
		if (!demand.person().isEmpty()) {
			// people of the same name at two demand sides are two people
			count(problems, "contactName", "person " + demand.unit() + " " + demand.person(),
					"demand.problem.personQuota", quotas.perPerson(coFunderId));
		}
		return problems;
	}

	private void count(List<FieldProblem> problems, String field, Object what, String messageKey,
			Optional<Integer> most) {
		int count = counts.merge(what, 1, Integer::sum);
		if (most.isPresent() && count > most.get()) {
			problems.add(FieldProblem.of(field, messageKey, most.get()));
		}
	}

}
