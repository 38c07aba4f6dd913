package org.guantong.project;

import java.math.BigDecimal;
import java.util.List;

/**
 * Who takes part in a project besides its PI.
 *
 * @param members people (参与者), in the order they were named
 * @param partners units that do a part of the work (合作单位), in the order they were named
 */
public record ProjectTeam(List<Member> members, List<Partner> partners) {

	/** Nobody besides the PI. */
	public static final ProjectTeam NOBODY = new ProjectTeam(List.of(), List.of());

	/**
	 * @param task what they do; may be empty
	 */
	public record Member(String name, String organisation, String task) {
	}

	/**
	 * @param task its part of the work; may be empty
	 * @param amount what is passed on to it in 元, 0 for nothing
	 */
	public record Partner(String name, String task, BigDecimal amount) {
	}

	/** What is passed on to all partners, in 元. */
	public BigDecimal passedOn() {
		return partners.stream().map(Partner::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public boolean isEmpty() {
		return members.isEmpty() && partners.isEmpty();
	}

}
