package org.guantong.midterm.summary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.guantong.midterm.MidtermState;

/**
 * A fund's season in figures. Amounts in 元.
 *
 * @param states how many checks are in which state
 * @param grades by side, TECHNICAL or FINANCE, how often which grade was given
 * @param lines planned and spent by budget line over all projects checked
 */
public record SeasonSummary(String fund, int season, Map<MidtermState, Integer> states,
		Map<String, Map<String, Integer>> grades, List<Line> lines, List<Group> fields, List<Group> hosts,
		List<Project> projects) {

	/** A budget line over all projects. */
	public record Line(String name, String nameEn, BigDecimal planned, BigDecimal spent) {
	}

	/**
	 * Checks of one field or host: how many, how many have ended, how many with flags.
	 */
	public record Group(String name, int checks, int ended, int flagged) {
	}

	/**
	 * One project's check.
	 *
	 * @param remarks of the last decision that was issued; empty without one
	 */
	public record Project(String code, String title, String host, MidtermState state, BigDecimal planned,
			BigDecimal spent, int flags, String remarks) {
	}

	public int checks() {
		return projects.size();
	}

	public BigDecimal planned() {
		return projects.stream().map(Project::planned).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public BigDecimal spent() {
		return projects.stream().map(Project::spent).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

}
