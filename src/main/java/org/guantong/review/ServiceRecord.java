package org.guantong.review;

/**
 * What somebody did on panels.
 *
 * @param asked invitations ever
 * @param declined invitations declined
 * @param recused conflicts of interest on record after an invitation
 * @param reviews reviews handed in ever
 * @param missed invitations not answered and reviews not handed in in time
 * @param thisYear invitations of this calendar year
 */
public record ServiceRecord(int asked, int declined, int recused, int reviews, int missed, int thisYear) {

	/** Share of what was due that came in time, 0 to 100; null when nothing was due. */
	public Integer punctuality() {
		int due = reviews + missed;
		return due == 0 ? null : Math.round(100f * reviews / due);
	}

}
