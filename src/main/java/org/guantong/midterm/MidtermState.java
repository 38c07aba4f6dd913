package org.guantong.midterm;

/** Where a mid-term check stands. */
public enum MidtermState {

	/** The PI reports. */
	REPORTING,
	/** The host institution checks the report. */
	ENDORSING,
	/** An officer names the experts. */
	ASSIGNING,
	/** Experts review, co-funders give their opinion. */
	REVIEWING,
	/** An officer decides. */
	DECIDING,
	/** A second person confirms a termination. */
	CONFIRMING,
	/** The PI puts things right and is checked again. */
	RECTIFYING,
	/** Ended: goes on. */
	CONTINUED,
	/** Ended: goes on, with remarks. */
	CONTINUED_WITH_REMARKS,
	/** Ended: was put right. */
	RECTIFIED,
	/** Ended: goes on changed. */
	ADJUSTED,
	/** Ended: goes on, but nothing is paid until the office looks again. */
	PAYMENT_SUSPENDED,
	/** Ended: is over. */
	TERMINATED,
	/** Ended: should not have been opened. */
	CANCELLED;

	public boolean isEnded() {
		return ordinal() >= CONTINUED.ordinal();
	}

}
