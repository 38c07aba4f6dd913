package org.guantong.fund;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;

import org.guantong.shared.Kind;
import org.guantong.shared.Subject;

/**
 * An agreement between the funder and one or more co-funders to pay for research together
 * (联合基金).
 *
 * @param fields the fields of science it calls for
 */
public record JointFund(@Id Long id, @Version int version, String code, String name, Type type,
		@MappedCollection(idColumn = "fund_id") Set<FundField> fields) {

	/** The three types of joint fund, by whom the funder joins with. */
	public enum Type {

		/** 区域创新发展联合基金 */
		REGIONAL,
		/** 企业创新发展联合基金 */
		ENTERPRISE,
		/** 与科研及行业部门设立的联合基金 */
		SECTOR

	}

	/** One field of the subset a fund uses. */
	public record FundField(long fieldId) {
	}

	static JointFund of(String code, String name, Type type, Set<Long> fieldIds) {
		return new JointFund(null, 0, code, name, type,
				fieldIds.stream().map(FundField::new).collect(Collectors.toSet()));
	}

	/** Ids of the fields it calls for, ascending. */
	public Set<Long> fieldIds() {
		return fields.stream().map(FundField::fieldId).collect(Collectors.toCollection(TreeSet::new));
	}

	public Subject subject() {
		return Subject.of(Kind.JOINT_FUND, id, code, name);
	}

}
