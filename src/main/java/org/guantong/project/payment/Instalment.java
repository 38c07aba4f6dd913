package org.guantong.project.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One payment of one payer to a project (一期拨款).
 *
 * @param number its place in the plan, from 1
 * @param payer the funder or a co-funder
 * @param amount in 元, above zero
 * @param condition NONE, MILESTONE or MIDTERM: what it waits for beside its date
 * @param milestone number and title of the milestone it waits for; null with any other
 * condition
 * @param state PLANNED (waits for its condition), READY, HELD, PAID or CANCELLED
 * @param paidOn null unless paid
 * @param voucher number of the payment's voucher; null unless paid
 */
public record Instalment(long id, long projectId, int number, long payerId, String payer, BigDecimal amount,
		LocalDate plannedOn, String condition, Long milestoneId, String milestone, String state, LocalDate paidOn,
		String voucher) {

	/** Whether the plan may still change it. */
	public boolean isOpen() {
		return !state.equals("PAID") && !state.equals("CANCELLED");
	}

	/** Whether it is to be paid by that day. */
	public boolean isDue(LocalDate day) {
		return state.equals("READY") && !plannedOn.isAfter(day);
	}

}
