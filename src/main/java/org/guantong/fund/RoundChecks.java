package org.guantong.fund;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.guantong.shared.FieldProblem;

/** What a round's settings must be like, and what of them may change when. */
@Component
class RoundChecks {

	private static final int ALL = 100;

	private final RoundParties parties;

	private final RoundLocks locks;

	private final Clock clock;

	RoundChecks(RoundParties parties, RoundLocks locks, Clock clock) {
		this.parties = parties;
		this.locks = locks;
		this.clock = clock;
	}

	/** What is wrong with the settings of a new round. */
	List<FieldProblem> problems(JointFund fund, int year, RoundPlan plan) {
		List<FieldProblem> problems = new ArrayList<>();
		checkDeadline(problems, plan.settings().demandDeadline(), null);
		check(problems, fund, year, plan);
		return problems;
	}

	/** What is wrong with a change of settings. */
	List<FieldProblem> problems(JointFund fund, Round round, RoundPlan before, RoundPlan plan) {
		List<FieldProblem> problems = new ArrayList<>();
		checkDeadline(problems, plan.settings().demandDeadline(), round);
		check(problems, fund, round.year(), plan);
		checkLocks(problems, locks.of(round), before, plan);
		return problems;
	}

	private void checkDeadline(List<FieldProblem> problems, Instant deadline, Round before) {
		boolean moved = before == null || !deadline.equals(before.demandDeadline());
		if (moved && !deadline.isAfter(clock.instant())) {
			problems.add(FieldProblem.of("demandDeadline", "fund.problem.deadlinePast"));
		}
		else if (moved && before != null && before.state() != Round.State.PREPARED
				&& deadline.isBefore(before.demandDeadline())) {
			problems.add(FieldProblem.of("demandDeadline", "fund.problem.deadlineEarlier"));
		}
	}

	private void check(List<FieldProblem> problems, JointFund fund, int year, RoundPlan plan) {
		QuotaDefaults quotas = plan.settings().quotas();
		if (quotas.perField() > quotas.perCoFunder()) {
			problems.add(FieldProblem.of("quotaPerField", "fund.problem.quotas"));
		}
		if (plan.fields().isEmpty()) {
			problems.add(FieldProblem.of("fields", "fund.problem.noField"));
		}
		if (!fund.fieldIds().containsAll(plan.fields())) {
			problems.add(FieldProblem.of("fields", "fund.problem.notOfFund"));
		}
		if (!parties.underAgreement(fund.id(), year).containsAll(plan.coFunders())) {
			problems.add(FieldProblem.of("coFunders", "fund.problem.noAgreementOf"));
		}
		checkExceptions(problems, plan);
		checkCriteria(problems, plan.criteria());
	}

	private static void checkExceptions(List<FieldProblem> problems, RoundPlan plan) {
		Set<List<Object>> seen = new HashSet<>();
		for (int i = 0; i < plan.exceptions().size(); i++) {
			QuotaException one = plan.exceptions().get(i);
			String row = "exceptions[" + i + "].";
			boolean ofField = one.scope() == QuotaException.Scope.FIELD;
			if (ofField ? one.coFunderId() == null && one.fieldId() == null : one.coFunderId() == null) {
				problems.add(FieldProblem.of(row + "coFunder", "fund.problem.exceptionOfWhom"));
			}
			if (!ofField && one.fieldId() != null) {
				problems.add(FieldProblem.of(row + "field", "fund.problem.exceptionField"));
			}
			if (one.coFunderId() != null && !plan.coFunders().contains(one.coFunderId())) {
				problems.add(FieldProblem.of(row + "coFunder", "fund.problem.exceptionOutside"));
			}
			if (one.fieldId() != null && !plan.fields().contains(one.fieldId())) {
				problems.add(FieldProblem.of(row + "field", "fund.problem.exceptionOutside"));
			}
			if (!seen.add(java.util.Arrays.asList(one.scope(), one.coFunderId(), one.fieldId()))) {
				problems.add(FieldProblem.of(row + "scope", "fund.problem.exceptionTwice"));
			}
		}
	}

	private static void checkCriteria(List<FieldProblem> problems, List<Criterion> criteria) {
		int sum = criteria.stream().mapToInt(Criterion::weight).sum();
		if (sum != ALL) {
			problems.add(FieldProblem.of("criteria", "fund.problem.weights", sum));
		}
		Set<String> names = new HashSet<>();
		for (int i = 0; i < criteria.size(); i++) {
			if (!names.add(criteria.get(i).name())) {
				problems.add(FieldProblem.of("criteria[" + i + "].name", "fund.problem.criterionTwice"));
			}
		}
	}

	private static void checkLocks(List<FieldProblem> problems, RoundLocks.Locked locked, RoundPlan before,
			RoundPlan plan) {
		RoundSettings was = before.settings();
		RoundSettings now = plan.settings();
		refuse(problems, locked.coFunders() && !Set.copyOf(before.coFunders()).equals(Set.copyOf(plan.coFunders())),
				"coFunders", "fund.problem.locked.coFunders");
		refuse(problems, locked.fieldsOnlyAdded() && !plan.fields().containsAll(before.fields()), "fields",
				"fund.problem.locked.fields");
		refuse(problems, locked.demands() && !Set.copyOf(before.fields()).equals(Set.copyOf(plan.fields())), "fields",
				"fund.problem.locked.demands");
		refuse(problems, locked.demands() && !was.quotas().equals(now.quotas()), "quotaPerCoFunder",
				"fund.problem.locked.demands");
		refuse(problems, locked.demands() && !Set.copyOf(before.exceptions()).equals(Set.copyOf(plan.exceptions())),
				"exceptions", "fund.problem.locked.demands");
		refuse(problems, locked.demands() && !was.demandDeadline().equals(now.demandDeadline()), "demandDeadline",
				"fund.problem.locked.demands");
		refuse(problems, locked.rules() && !before.criteria().equals(plan.criteria()), "criteria",
				"fund.problem.locked.rules");
		refuse(problems, locked.rules() && was.rules().quorum().compareTo(now.rules().quorum()) != 0, "quorum",
				"fund.problem.locked.rules");
		refuse(problems, locked.rules() && was.rules().passShare().compareTo(now.rules().passShare()) != 0, "passShare",
				"fund.problem.locked.rules");
		refuse(problems, locked.rules() && was.rules().meetingRequired() != now.rules().meetingRequired(),
				"meetingRequired", "fund.problem.locked.rules");
	}

	private static void refuse(List<FieldProblem> problems, boolean changed, String field, String messageKey) {
		if (changed) {
			problems.add(FieldProblem.of(field, messageKey));
		}
	}

}
