package org.guantong.project;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.Person;
import org.guantong.identity.Role;
import org.guantong.shared.Kind;
import org.guantong.shared.NotFound;

/**
 * Who sees which project: the office and auditors all of them, a PI their own, a host
 * institution those of its people, a co-funder those whose direction goes back to a
 * demand of its own.
 */
@Component
public class ProjectSight {

	/**
	 * Condition on a {@code project p}; its parameters are bound by {@link #bind}.
	 */
	public static final String SEEN = """
			(:all or p.pi_id = :person or (:host and p.host_id = :organisation)
			 or (:coFunder and exists (
			       select 1 from direction_question sdq join question_demand sqd on sqd.question_id = sdq.question_id
			       join demand sd on sd.id = sqd.demand_id
			       where sdq.direction_id = p.direction_id and sd.co_funder_id = :organisation)))
			""";

	private final JdbcClient jdbc;

	private final Projects projects;

	ProjectSight(JdbcClient jdbc, Projects projects) {
		this.jdbc = jdbc;
		this.projects = projects;
	}

	/** Binds what {@link #SEEN} needs to know of the reader. */
	public static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Person reader) {
		return statement.param("all", reader.readsEverything())
			.param("person", reader.id())
			.param("organisation", reader.organisationId())
			.param("host", reader.has(Role.HOST))
			.param("coFunder", reader.isCoFunder());
	}

	/**
	 * The project, for those who may see it.
	 * @throws NotFound for all others
	 */
	public Project require(Person reader, long id) {
		if (!includes(reader, id)) {
			throw NotFound.of(Kind.PROJECT, id);
		}
		return projects.require(id);
	}

	/** Whether the project exists for this reader. */
	public boolean includes(Person reader, long id) {
		return bind(
				jdbc.sql("select exists (select 1 from project p where p.id = :id and " + SEEN + ")").param("id", id),
				reader)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Organisation ids of the co-funders whose demands the project's direction goes back
	 * to.
	 */
	public List<Long> coFundersOf(Project project) {
		return jdbc.sql("""
				select distinct d.co_funder_id from direction_question dq
				join question_demand qd on qd.question_id = dq.question_id join demand d on d.id = qd.demand_id
				where dq.direction_id = ? order by 1
				""").param(project.directionId()).query(Long.class).list();
	}

}
