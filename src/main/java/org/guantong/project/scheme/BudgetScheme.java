package org.guantong.project.scheme;

import java.util.List;

/**
 * A version of the budget lines.
 *
 * @param projects how many projects have their budget in it; above 0 its lines stand
 */
public record BudgetScheme(long id, String code, String name, String nameEn, int projects, List<Line> lines) {

	/**
	 * One line.
	 *
	 * @param kind DIRECT, TRANSFER, OTHER or INDIRECT
	 * @param approver who has to agree that money moves from or to it: HOST, OFFICE
	 * (after the host), or NONE: it does not move
	 */
	public record Line(String code, String name, String nameEn, String kind, String approver) {
	}

	public boolean isUsed() {
		return projects > 0;
	}

}
