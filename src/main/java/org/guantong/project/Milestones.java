package org.guantong.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The milestones of projects; who may see which is for the callers to ask. */
@Component
public class Milestones {

	private final JdbcClient jdbc;

	Milestones(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The milestones of a project in order. */
	public List<Milestone> of(long project) {
		Map<Long, List<Milestone.Indicator>> indicators = indicators(project);
		return jdbc.sql(
				"select id, number, planned_on, title, state, actual_on, note from milestone where project_id = ? order by number")
			.param(project)
			.query((row, index) -> new Milestone(row.getLong("id"), row.getInt("number"),
					row.getObject("planned_on", LocalDate.class), row.getString("title"), row.getString("state"),
					row.getObject("actual_on", LocalDate.class), row.getString("note"),
					indicators.getOrDefault(row.getLong("id"), List.of())))
			.list();
	}

	/**
	 * Notes how far a milestone has come; one that was dropped stays so.
	 * @param actualOn when it was done; null unless the state is DONE
	 */
	public void progress(long milestone, String state, LocalDate actualOn, String note) {
		jdbc.sql(
				"update milestone set state = :state, actual_on = :actual, note = :note where id = :id and state <> 'DROPPED'")
			.param("state", state)
			.param("actual", actualOn, java.sql.Types.DATE)
			.param("note", note)
			.param("id", milestone)
			.update();
	}

	/** Another date and title for a milestone that is open. */
	public void replan(long milestone, LocalDate plannedOn, String title) {
		jdbc.sql("update milestone set planned_on = ?, title = ? where id = ? and state in ('PLANNED', 'RUNNING')")
			.params(plannedOn, title, milestone)
			.update();
	}

	/**
	 * The project does without an open milestone from now on.
	 * @param by code of the change that allows it
	 */
	public void drop(long milestone, String by) {
		jdbc.sql("update milestone set state = 'DROPPED', note = ? where id = ? and state in ('PLANNED', 'RUNNING')")
			.params(by, milestone)
			.update();
	}

	/** Notes what an indicator has reached. */
	public void reached(long indicator, String actual) {
		jdbc.sql("update milestone_indicator set actual = ? where id = ?").params(actual, indicator).update();
	}

	void plan(long project, List<NewProject.Stage> stages) {
		for (int number = 1; number <= stages.size(); number++) {
			NewProject.Stage stage = stages.get(number - 1);
			long id = jdbc
				.sql("insert into milestone (project_id, number, planned_on, title) values (?, ?, ?, ?) returning id")
				.params(project, number, stage.plannedOn(), stage.title())
				.query(Long.class)
				.single();
			measure(id, stage.indicators() == null ? List.of() : stage.indicators());
		}
	}

	private void measure(long milestone, List<NewProject.Measure> measures) {
		for (int position = 1; position <= measures.size(); position++) {
			NewProject.Measure measure = measures.get(position - 1);
			jdbc.sql("""
					insert into milestone_indicator (milestone_id, position, name, baseline, target, unit)
					values (?, ?, ?, ?, ?, ?)
					""")
				.params(milestone, position, measure.name(), orEmpty(measure.baseline()), measure.target(),
						orEmpty(measure.unit()))
				.update();
		}
	}

	private Map<Long, List<Milestone.Indicator>> indicators(long project) {
		Map<Long, List<Milestone.Indicator>> found = new LinkedHashMap<>();
		jdbc.sql("""
				select i.milestone_id, i.id, i.name, i.baseline, i.target, i.unit, i.actual
				from milestone_indicator i join milestone m on m.id = i.milestone_id
				where m.project_id = ? order by i.milestone_id, i.position
				""").param(project).query((row) -> {
			found.computeIfAbsent(row.getLong("milestone_id"), (id) -> new ArrayList<>())
				.add(new Milestone.Indicator(row.getLong("id"), row.getString("name"), row.getString("baseline"),
						row.getString("target"), row.getString("unit"), row.getString("actual")));
		});
		return found;
	}

	private static String orEmpty(String text) {
		return text == null ? "" : text;
	}

}
