package org.guantong.achievement;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Organisations;
import org.guantong.identity.People;
import org.guantong.identity.Person;
import org.guantong.project.Project;
import org.guantong.project.Projects;

/** Everything about one closure, for its page. */
@Service
@Transactional(readOnly = true)
public class ClosureDossier {

	private final ClosureService closures;

	private final Achievements achievements;

	private final Projects projects;

	private final People people;

	private final Organisations organisations;

	private final JdbcClient jdbc;

	ClosureDossier(ClosureService closures, Achievements achievements, Projects projects, People people,
			Organisations organisations, JdbcClient jdbc) {
		this.closures = closures;
		this.achievements = achievements;
		this.projects = projects;
		this.people = people;
		this.organisations = organisations;
		this.jdbc = jdbc;
	}

	/**
	 * The closure and what was submitted; what the experts said, for the office only.
	 * @throws org.guantong.shared.NotFound for those who may not see it
	 */
	@PreAuthorize("@closurePermissions.mayAsk(#actor)")
	public ClosureView read(Person actor, long id) {
		Closure closure = closures.read(actor, id);
		Project project = projects.require(closure.projectId());
		return new ClosureView(closure, project, people.require(project.piId()).name(),
				organisations.require(project.hostId()).name(), rows("""
						select name, target, achieved, met from closure_indicator where closure_id = ? order by position
						""", id), rows("""
						select line, budget, spent from closure_account where closure_id = ? order by position
						""", id), achievements.findByClosureIdOrderById(id), actor.isOffice() ? rows("""
						select a.name as expert, r.attempt, coalesce(r.conclusion, 'NONE') as conclusion, r.comments
						from closure_review r join account a on a.id = r.expert_id
						where r.closure_id = ? order by r.attempt, r.submitted_at nulls last, a.name
						""", id) : List.of());
	}

	/** Projects an officer may still close, by code: rows of id, code, title, ends_on. */
	@PreAuthorize("@closurePermissions.mayOpen(#actor)")
	public List<Map<String, Object>> closable(Person actor) {
		return jdbc.sql("""
				select p.id, p.code, p.title, p.ends_on from project p
				where p.state not in ('CLOSED', 'TERMINATED') and not exists (
				  select 1 from closure c where c.project_id = p.id and c.state <> 'NOT_ACCEPTED')
				order by p.ends_on, p.code
				""").query().listOfRows();
	}

	private List<Map<String, Object>> rows(String sql, long id) {
		return jdbc.sql(sql).param(id).query().listOfRows();
	}

}
