package org.guantong.project.payment;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is typed to plan one payment.
 *
 * @param payerId organisation that pays
 * @param amount in 元
 * @param condition NONE, MILESTONE or MIDTERM
 * @param milestoneId with MILESTONE only
 */
public record NewInstalment(Long payerId, BigDecimal amount, LocalDate plannedOn, String condition, Long milestoneId) {

}
