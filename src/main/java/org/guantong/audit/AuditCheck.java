package org.guantong.audit;

/**
 * What recomputing the chain found.
 *
 * @param sound how many entries from the first are as they were written
 * @param brokenAt position of the first that is changed, missing or not ours; null when
 * the chain is intact
 * @param hash of the last sound entry, 64 hexadecimal digits; noted elsewhere, it proves
 * later that nothing up to here was rewritten
 */
public record AuditCheck(long sound, Long brokenAt, String hash) {

	public boolean intact() {
		return brokenAt == null;
	}

}
