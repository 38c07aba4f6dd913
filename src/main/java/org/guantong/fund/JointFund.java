package org.guantong.fund;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * An agreement between the funder and one or more co-funders to pay for research together
 * (联合基金).
 */
public record JointFund(@Id Long id, @Version int version, String code, String name, Type type) {

	/** The three types of joint fund, by whom the funder joins with. */
	public enum Type {

		/** 区域创新发展联合基金 */
		REGIONAL,
		/** 企业创新发展联合基金 */
		ENTERPRISE,
		/** 与科研及行业部门设立的联合基金 */
		SECTOR

	}

}
