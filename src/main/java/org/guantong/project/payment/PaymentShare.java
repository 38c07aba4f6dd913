package org.guantong.project.payment;

import java.math.BigDecimal;

/**
 * One step of how grants are paid out by default.
 *
 * @param share per cent of the whole, above 0
 * @param afterMonths months after the start of the project
 * @param condition NONE, or MIDTERM: after the mid-term check was passed
 */
public record PaymentShare(BigDecimal share, int afterMonths, String condition) {

}
