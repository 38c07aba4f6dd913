package org.guantong.achievement;

/** 成果性质: 基础理论, 应用技术, 软科学. */
public enum Nature {

	BASIC, APPLIED, SOFT

}
