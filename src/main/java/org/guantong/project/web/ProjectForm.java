package org.guantong.project.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.guantong.project.NewProject;

/** What an officer types to enter a project. */
public class ProjectForm {

	private String code = "";

	private String title = "";

	private String direction = "";

	private String pi = "";

	private String category = "KEY";

	private String directCost = "";

	private String startsOn = "";

	private String endsOn = "";

	private String scheme = "";

	private List<BudgetRow> budget = new ArrayList<>();

	private List<StageRow> milestones = new ArrayList<>();

	/** One line of the budget. */
	public static class BudgetRow {

		private String line = "";

		private String planned = "";

		private String received = "";

		public String getLine() {
			return line;
		}

		public void setLine(String line) {
			this.line = line;
		}

		public String getPlanned() {
			return planned;
		}

		public void setPlanned(String planned) {
			this.planned = planned;
		}

		public String getReceived() {
			return received;
		}

		public void setReceived(String received) {
			this.received = received;
		}

	}

	/** One milestone; its indicators a line each: name | baseline | target | unit. */
	public static class StageRow {

		private String title = "";

		private String plannedOn = "";

		private String indicators = "";

		public String getTitle() {
			return title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

		public String getPlannedOn() {
			return plannedOn;
		}

		public void setPlannedOn(String plannedOn) {
			this.plannedOn = plannedOn;
		}

		public String getIndicators() {
			return indicators;
		}

		public void setIndicators(String indicators) {
			this.indicators = indicators;
		}

		boolean isEmpty() {
			return title.isBlank() && plannedOn.isBlank() && indicators.isBlank();
		}

		NewProject.Stage stage() {
			return new NewProject.Stage(FormReading.text(title), FormReading.day(plannedOn),
					indicators.lines().filter((line) -> !line.isBlank()).map(StageRow::measure).toList());
		}

		private static NewProject.Measure measure(String line) {
			String[] parts = Arrays.copyOf(line.split("[|｜]", 4), 4);
			return new NewProject.Measure(FormReading.text(parts[0]), FormReading.text(parts[1]),
					FormReading.text(parts[2]), FormReading.text(parts[3]));
		}

	}

	/** Lines nobody filled in are no part of the budget; milestones likewise. */
	NewProject asProject() {
		List<NewProject.Line> lines = budget.stream()
			.map((row) -> new NewProject.Line(row.line,
					row.planned.isBlank() ? java.math.BigDecimal.ZERO : FormReading.amount(row.planned),
					row.received.isBlank() ? null : FormReading.amount(row.received)))
			.toList();
		milestones.removeIf(StageRow::isEmpty);
		return new NewProject(FormReading.text(code), FormReading.text(title), FormReading.text(direction),
				FormReading.text(pi), category, FormReading.amount(directCost), FormReading.day(startsOn),
				FormReading.day(endsOn), FormReading.text(scheme), lines,
				milestones.stream().map(StageRow::stage).toList());
	}

	public String getCode() {
		return code;
	}

	public void setCode(String code) {
		this.code = code;
	}

	public String getTitle() {
		return title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getDirection() {
		return direction;
	}

	public void setDirection(String direction) {
		this.direction = direction;
	}

	public String getPi() {
		return pi;
	}

	public void setPi(String pi) {
		this.pi = pi;
	}

	public String getCategory() {
		return category;
	}

	public void setCategory(String category) {
		this.category = category;
	}

	public String getDirectCost() {
		return directCost;
	}

	public void setDirectCost(String directCost) {
		this.directCost = directCost;
	}

	public String getStartsOn() {
		return startsOn;
	}

	public void setStartsOn(String startsOn) {
		this.startsOn = startsOn;
	}

	public String getEndsOn() {
		return endsOn;
	}

	public void setEndsOn(String endsOn) {
		this.endsOn = endsOn;
	}

	public String getScheme() {
		return scheme;
	}

	public void setScheme(String scheme) {
		this.scheme = scheme;
	}

	public List<BudgetRow> getBudget() {
		return budget;
	}

	public void setBudget(List<BudgetRow> budget) {
		this.budget = budget;
	}

	public List<StageRow> getMilestones() {
		return milestones;
	}

	public void setMilestones(List<StageRow> milestones) {
		this.milestones = milestones;
	}

}
