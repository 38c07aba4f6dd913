package org.guantong.transfer;

import java.time.Instant;

/**
 * One line of the list of transfers.
 *
 * @param gate the gate it stands before; null once all are passed
 */
public record TransferRow(long id, String code, String title, String demandSideName, String hostName,
		TransferState state, Gate gate, Instant declaredAt) {
}
