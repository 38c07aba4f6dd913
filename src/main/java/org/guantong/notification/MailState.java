package org.guantong.notification;

/** Where a mail of the outbox stands. */
public enum MailState {

	/** 等待发送: due now or at its next attempt */
	WAITING,
	/** 等待汇总: kept for its recipient's daily digest */
	HELD,
	/** 已并入汇总: told of in a digest, not sent by itself */
	BUNDLED,
	/** 已发送: taken by the mail server */
	SENT,
	/** 发送失败: refused for good, or tried too often */
	FAILED

}
