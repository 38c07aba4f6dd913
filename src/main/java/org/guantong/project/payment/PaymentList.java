package org.guantong.project.payment;

import java.math.BigDecimal;
import java.util.List;

/**
 * A page of payments.
 *
 * @param total of all that match
 * @param sum of all that match, in 元
 */
public record PaymentList(List<PaymentRow> items, int page, long total, BigDecimal sum) {

}
