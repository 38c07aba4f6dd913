package org.guantong.identity;

/** What an organisation is to a joint fund. */
public enum OrganisationKind {

	/** 资助机构 */
	FUNDER,
	/** 联合资助方 */
	CO_FUNDER,
	/** 依托单位 */
	HOST,
	/** 需求单位 */
	DEMAND_SIDE

}
