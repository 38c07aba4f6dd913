package org.guantong.project.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

import org.guantong.project.Project;

/**
 * How a project is paid out (拨款计划). Amounts in 元.
 *
 * @param limit what funder and co-funders can be asked for: the budget without other
 * sources
 * @param instalments in the order of their numbers, only those the reader may see
 * @param holds newest first
 */
public record PaymentPlan(Project project, BigDecimal limit, List<Instalment> instalments, List<PaymentHold> holds) {

	public BigDecimal planned() {
		return sum((one) -> !one.state().equals("CANCELLED"));
	}

	public BigDecimal paid() {
		return sum((one) -> one.state().equals("PAID"));
	}

	public BigDecimal open() {
		return sum(Instalment::isOpen);
	}

	public BigDecimal cancelled() {
		return sum((one) -> one.state().equals("CANCELLED"));
	}

	/** The hold that lasts, or null. */
	public PaymentHold hold() {
		return holds.stream().filter(PaymentHold::isOpen).findFirst().orElse(null);
	}

	private BigDecimal sum(Predicate<Instalment> which) {
		return instalments.stream().filter(which).map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
