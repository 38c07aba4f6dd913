package org.guantong.identity;

/** What a person does in the joint fund. A person may have several. */
public enum Role {

	/** 系统管理员 */
	ADMIN,
	/** 项目主任(联合基金管理办公室) */
	OFFICER,
	/** 管理委员会 */
	COMMITTEE,
	/** 联合资助方联系人 */
	CO_FUNDER_CONTACT,
	/** 联合资助方负责人 */
	CO_FUNDER_LEADER,
	/** (技术)专家 */
	EXPERT,
	/** 财务专家 */
	FINANCE_EXPERT,
	/** 项目负责人 */
	PI,
	/** 依托单位管理员 */
	HOST,
	/** 需求单位 */
	DEMAND_SIDE,
	/** 审计员: reads all, changes nothing */
	AUDITOR;

	/**
	 * Whether nobody may stand in for somebody in this role: reviewers sign for their own
	 * judgement.
	 */
	public boolean actsInPerson() {
		return this == EXPERT || this == FINANCE_EXPERT;
	}

}
