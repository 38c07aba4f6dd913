package org.guantong.transfer;

/** Kinds of technology contract: 技术开发, 转让, 许可, 咨询, 服务. */
public enum ContractType {

	DEVELOPMENT, ASSIGNMENT, LICENSE, CONSULTING, SERVICE

}
