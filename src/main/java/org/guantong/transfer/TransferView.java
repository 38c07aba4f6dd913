package org.guantong.transfer;

import java.util.List;
import java.util.Map;

/**
 * A transfer with all that belongs to it.
 *
 * @param gates every gate in order; those without a row of their own lie ahead
 * @param agreement what both parties signed for; null before they agree
 * @param outcome null until the result is transferred
 * @param arguments rows of expert, feasibility, market, risk, opinion, comments; empty
 * for all but the office
 */
public record TransferView(Transfer transfer, String achievementCode, String demandSideName, String hostName,
		String piName, List<GateRecord> gates, Terms agreement, Outcome outcome, List<Map<String, Object>> arguments) {
}
