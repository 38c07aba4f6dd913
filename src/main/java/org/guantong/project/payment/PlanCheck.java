package org.guantong.project.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.guantong.project.Budgets;
import org.guantong.shared.FieldProblem;

/** What is wrong with the open part of a payment plan. */
final class PlanCheck {

	private static final Set<String> CONDITIONS = Set.of("NONE", "MILESTONE", "MIDTERM");

	/** More than that is no plan but a mistake. */
	private static final int MOST = 40;

	private final PaymentPlan plan;

	private final Set<Long> payers;

	private final Set<Long> milestones;

	private final List<FieldProblem> problems = new ArrayList<>();

	private PlanCheck(PaymentPlan plan, Set<Long> payers, Set<Long> milestones) {
		this.plan = plan;
		this.payers = payers;
		this.milestones = milestones;
	}

	/**
	 * Every problem, named as {@code [row].field}, the sum as {@code sum}.
	 * @param payers organisations that may pay
	 * @param milestones ids of the project's milestones
	 */
	static List<FieldProblem> problems(PaymentPlan plan, Set<Long> payers, Set<Long> milestones,
			List<NewInstalment> wanted) {
		PlanCheck check = new PlanCheck(plan, payers, milestones);
		for (int row = 0; row < wanted.size(); row++) {
			check.row("[" + row + "].", wanted.get(row));
		}
		check.whole(wanted);
		return check.problems;
	}

	private void row(String at, NewInstalment one) {
		require(payers.contains(one.payerId()), at + "payerId", "payment.invalid.payer");
		require(Budgets.isAmount(one.amount()) && one.amount().signum() > 0, at + "amount", "payment.invalid.amount");
		require(one.plannedOn() != null && !one.plannedOn().isBefore(plan.project().startsOn().minusYears(1))
				&& !one.plannedOn().isAfter(plan.project().endsOn().plusYears(2)), at + "plannedOn",
				"payment.invalid.plannedOn");
		require(CONDITIONS.contains(one.condition()), at + "condition", "payment.invalid.condition");
		boolean milestone = "MILESTONE".equals(one.condition());
		require(!milestone || milestones.contains(one.milestoneId()), at + "milestoneId", "payment.invalid.milestone");
	}

	private void whole(List<NewInstalment> wanted) {
		require(wanted.size() <= MOST, "sum", "payment.invalid.many", MOST);
		BigDecimal sum = wanted.stream()
			.map(NewInstalment::amount)
			.filter((amount) -> amount != null)
			.reduce(plan.paid(), BigDecimal::add);
		require(sum.compareTo(plan.limit()) <= 0, "sum", "payment.invalid.sum", plan.limit().toPlainString(),
				sum.toPlainString());
	}

	private void require(boolean right, String field, String message, Object... arguments) {
		if (!right) {
			problems.add(FieldProblem.of(field, message, arguments));
		}
	}

}
