package org.guantong.midterm;

/**
 * What the mid-term checks of a round go by. Limits are warnings, set per round; there is
 * no national rule (domain, section 4).
 *
 * @param endorseDays days the host has to check a report
 * @param reviewDays days an expert has
 * @param opinionDays days a co-funder has
 * @param decideDays days the office has for each of its steps
 * @param behindLimit percentage points spending may lag behind the time elapsed
 * @param aheadLimit percentage points it may run ahead
 * @param lateLimit days a milestone may be late
 * @param rectifications most attempts to put things right
 * @param workingDays whether the days above are working days; calendar days otherwise
 * @param escalateDays working days after the date for reports when co-funders are told
 */
public record MidtermSettings(int endorseDays, int reviewDays, int opinionDays, int decideDays, int behindLimit,
		int aheadLimit, int lateLimit, int rectifications, boolean workingDays, int escalateDays) {

	/** For rounds that set nothing else. */
	public static final MidtermSettings DEFAULT = new MidtermSettings(7, 14, 10, 10, 25, 25, 30, 2, true, 5);

}
