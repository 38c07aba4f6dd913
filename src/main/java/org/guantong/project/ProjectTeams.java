package org.guantong.project;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of projects; who may see which is for the callers to ask. */
@Component
public class ProjectTeams {

	private final JdbcClient jdbc;

	ProjectTeams(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The team of a project. */
	public ProjectTeam of(long project) {
		return new ProjectTeam(
				jdbc.sql("select name, organisation, task from project_member where project_id = ? order by position")
					.param(project)
					.query(ProjectTeam.Member.class)
					.list(),
				jdbc.sql("select name, task, amount from project_partner where project_id = ? order by position")
					.param(project)
					.query(ProjectTeam.Partner.class)
					.list());
	}

	void name(long project, ProjectTeam team) {
		for (int i = 0; i < team.members().size(); i++) {
			ProjectTeam.Member one = team.members().get(i);
			jdbc.sql(
					"insert into project_member (project_id, position, name, organisation, task) values (?, ?, ?, ?, ?)")
				.params(project, i + 1, one.name(), one.organisation(), one.task())
				.update();
		}
		for (int i = 0; i < team.partners().size(); i++) {
			ProjectTeam.Partner one = team.partners().get(i);
			jdbc.sql("insert into project_partner (project_id, position, name, task, amount) values (?, ?, ?, ?, ?)")
				.params(project, i + 1, one.name(), one.task(), one.amount())
				.update();
		}
	}

}
