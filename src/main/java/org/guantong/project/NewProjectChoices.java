package org.guantong.project;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.fund.GrantCategories;
import org.guantong.fund.GrantCategory;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.identity.Role;

/** What an officer chooses from when entering a project. */
@Component
public class NewProjectChoices {

	private final JdbcClient jdbc;

	private final People people;

	private final GrantCategories categories;

	NewProjectChoices(JdbcClient jdbc, People people, GrantCategories categories) {
		this.jdbc = jdbc;
		this.people = people;
		this.categories = categories;
	}

	/** A direction that can be answered. */
	public record Direction(String code, String title) {
	}

	/** Directions that were adopted or published, the newest first. */
	public List<Direction> directions() {
		return jdbc
			.sql("select code, title from guide_direction where state in ('ADOPTED', 'PUBLISHED') order by code desc")
			.query((row, index) -> new Direction(row.getString("code"), row.getString("title")))
			.list();
	}

	/** The categories a new project can be of, in their order. */
	public List<GrantCategory> categories() {
		return categories.findByRetiredFalseOrderByPosition();
	}

	public List<Person> investigators() {
		return people.withRole(Role.PI);
	}

	/**
	 * The indicators of the demands a direction goes back to, one a line: name | baseline
	 * | target | unit.
	 */
	public List<String> indicatorsOf(String direction) {
		return measuresOf(direction).stream()
			.map((one) -> String.join(" | ", one.name(), one.baseline(), one.target(), one.unit()))
			.toList();
	}

	/** What the demands a direction goes back to want measured, in their order. */
	List<NewProject.Measure> measuresOf(String direction) {
		return jdbc.sql("""
				select distinct i.name, i.current, i.target, i.unit, i.demand_id, i.position
				from demand_indicator i join question_demand qd on qd.demand_id = i.demand_id
				join direction_question dq on dq.question_id = qd.question_id
				join guide_direction g on g.id = dq.direction_id where g.code = ? order by i.demand_id, i.position
				""")
			.param(direction)
			.query((row, index) -> new NewProject.Measure(row.getString("name"), row.getString("current"),
					row.getString("target"), row.getString("unit")))
			.list();
	}

}
