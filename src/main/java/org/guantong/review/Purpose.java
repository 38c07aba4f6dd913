package org.guantong.review;

import org.guantong.identity.Role;

/** What a panel is asked for; technical and finance experts review apart. */
public enum Purpose {

	/** 技术评审 */
	TECHNICAL(Role.EXPERT),
	/** 财务评审 */
	FINANCE(Role.FINANCE_EXPERT),
	/** 应用论证 */
	APPLICATION(Role.EXPERT);

	private final Role role;

	Purpose(Role role) {
		this.role = role;
	}

	/** The role somebody needs to sit on such a panel. */
	public Role role() {
		return role;
	}

}
