package org.guantong.achievement;

/**
 * How an achievement passes to its user: the six modes of the registry and the paper's
 * four more (购买专利, 技术入股, 委托开发, 合作开发).
 */
public enum TransferMode {

	SELF_INVEST, ASSIGN, LICENSE, JOINT, EQUITY, BUY_PATENT, TECH_SHARE, COMMISSION, CO_DEVELOP, OTHER

}
