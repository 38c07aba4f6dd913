package org.guantong.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.guantong.achievement.TransferMode;

/**
 * What was signed for.
 *
 * @param amount in 元
 */
public record Terms(ContractType contractType, TransferMode mode, BigDecimal amount, LocalDate signedOn) {
}
