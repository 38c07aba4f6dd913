package org.guantong.midterm;

/**
 * A co-funder's word on whether the need is still served.
 *
 * @param served YES, PARTLY, NO, or NONE where the days ran out
 */
public record MidtermOpinion(long coFunderId, String coFunder, String served, String reasons) {
}
