package org.guantong.review;

/** Why an expert must not review (domain, section 3). */
public enum ConflictKind {

	/** 同一法人单位 */
	SAME_ENTITY,
	/** 被申请方列名回避; at most three by rule of the stage that asks */
	NAMED,
	/** 近年共同承担项目 */
	CO_GRANT,
	/** 近年合作发表 */
	CO_AUTHOR,
	/** 近亲属 */
	RELATIVE,
	/** 本人有相近申请 */
	OWN_APPLICATION,
	/** 其他利益关系 */
	OTHER

}
