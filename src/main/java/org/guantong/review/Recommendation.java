package org.guantong.review;

/** What a reviewer recommends. */
public enum Recommendation {

	/** 通过 */
	APPROVE,
	/** 修改后通过 */
	REVISE,
	/** 不通过 */
	REJECT

}
