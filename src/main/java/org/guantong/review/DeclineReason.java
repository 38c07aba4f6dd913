package org.guantong.review;

/** Why somebody does not come. */
public enum DeclineReason {

	/** 工作繁忙 */
	BUSY,
	/** 出差出国 */
	AWAY,
	/** 不熟悉该领域 */
	TOPIC,
	/** 身体原因 */
	HEALTH,
	/** 其他 */
	OTHER

}
