package org.guantong.guide.meeting;

/** How somebody votes. */
public enum Choice {

	/** 赞成 */
	FOR,
	/** 反对 */
	AGAINST,
	/** 弃权 */
	ABSTAIN

}
