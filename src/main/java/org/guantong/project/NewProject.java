package org.guantong.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A project to be entered.
 *
 * @param direction code of the guide direction it answers
 * @param pi username of the principal investigator; the host is their organisation
 * @param directCost direct cost in 元
 * @param scheme code of the budget scheme
 */
public record NewProject(String code, String title, String direction, String pi, String category, BigDecimal directCost,
		LocalDate startsOn, LocalDate endsOn, String scheme, List<Line> budget, List<Stage> milestones,
		ProjectTeam team) {

	/** A project whose team is not named yet. */
	public NewProject(String code, String title, String direction, String pi, String category, BigDecimal directCost,
			LocalDate startsOn, LocalDate endsOn, String scheme, List<Line> budget, List<Stage> milestones) {
		this(code, title, direction, pi, category, directCost, startsOn, endsOn, scheme, budget, milestones,
				ProjectTeam.NOBODY);
	}

	/**
	 * A line of the budget, amounts in 元.
	 *
	 * @param line code in the scheme
	 * @param received what has arrived; null for nothing yet
	 */
	public record Line(String line, BigDecimal planned, BigDecimal received) {
	}

	/** A milestone with what it is measured by. */
	public record Stage(String title, LocalDate plannedOn, List<Measure> indicators) {
	}

	/** What a milestone is measured by. */
	public record Measure(String name, String baseline, String target, String unit) {
	}

	public List<Line> budget() {
		return budget == null ? List.of() : budget;
	}

	public List<Stage> milestones() {
		return milestones == null ? List.of() : milestones;
	}

	public ProjectTeam team() {
		return team == null ? ProjectTeam.NOBODY : team;
	}

	/**
	 * The same with these indicators at its last milestone, unless it names indicators of
	 * its own.
	 */
	NewProject measuredBy(List<Measure> measures) {
		boolean own = milestones().stream()
			.anyMatch((stage) -> stage.indicators() != null && !stage.indicators().isEmpty());
		if (own || milestones().isEmpty()) {
			return this;
		}
		List<Stage> measured = new java.util.ArrayList<>(milestones());
		Stage last = measured.remove(measured.size() - 1);
		measured.add(new Stage(last.title(), last.plannedOn(), measures));
		return new NewProject(code, title, direction, pi, category, directCost, startsOn, endsOn, scheme, budget,
				measured, team);
	}

}
