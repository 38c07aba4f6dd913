package org.guantong.review;

import java.time.Instant;

/**
 * What happened to a panel. For the office's eyes.
 *
 * @param expert whom it is about; null when about the panel
 * @param other in whose place; null for nobody's
 * @param actor who did it; null for the system
 */
public record TrailEntry(Act act, String expert, String other, String actor, String note, Instant at) {

	/** What can happen. */
	public enum Act {

		/** 推荐 */
		PROPOSED,
		/** 确定名单 */
		CONFIRMED,
		/** 加入备选 */
		ADDED,
		/** 由办公室移出 */
		REMOVED,
		/** 邀请 */
		INVITED,
		/** 接受 */
		ACCEPTED,
		/** 谢绝 */
		DECLINED,
		/** 本人申报回避 */
		RECUSED,
		/** 系统发现冲突 */
		CONFLICT_FOUND,
		/** 逾期未答复 */
		EXPIRED,
		/** 缺席 */
		ABSENT,
		/** 逾期未评 */
		LAPSED,
		/** 无人可递补 */
		VACANT,
		/** 延长 */
		EXTENDED,
		/** 重新评审 */
		REOPENED,
		/** 列名回避 */
		EXCLUDED

	}

}
