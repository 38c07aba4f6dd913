package org.guantong.transfer;

/** Who pays for an incubation: 地方专项基金, 联合开发, 企业自筹; or it is put off (暂缓). */
public enum FundingMode {

	LOCAL_FUND, JOINT, SELF, DEFER

}
