package org.guantong.notification;

/** When a person wants ordinary notices. */
public enum Delivery {

	/** 即时发送 */
	IMMEDIATE,
	/** 每日汇总 */
	DAILY

}
