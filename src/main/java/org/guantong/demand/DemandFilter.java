package org.guantong.demand;

/**
 * Which demands to list; null or empty means any.
 *
 * @param text words in code, title, unit or co-funder's name
 */
public record DemandFilter(Long roundId, Long coFunderId, Long fieldId, Demand.State state, String text) {

	public static DemandFilter ofRound(long roundId) {
		return new DemandFilter(roundId, null, null, null, "");
	}

}
