package org.guantong.review.directory;

/** What binds an expert to somebody. */
public enum TieKind {

	/** 共同承担项目 */
	CO_GRANT,
	/** 合作发表 */
	CO_AUTHOR,
	/** 近亲属 */
	RELATIVE,
	/** 其他利益关系 */
	OTHER;

	/** Whether it fades with the years and therefore has one. */
	public boolean hasYear() {
		return this == CO_GRANT || this == CO_AUTHOR;
	}

}
