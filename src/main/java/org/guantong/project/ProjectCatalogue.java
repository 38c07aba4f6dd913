package org.guantong.project;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;

/** Lists the projects a person may see. */
@Service
@Transactional(readOnly = true)
public class ProjectCatalogue {

	private static final String MATCHING = """
			from project p join account a on a.id = p.pi_id join organisation o on o.id = p.host_id
			join guide_direction g on g.id = p.direction_id
			where (cast(:state as text) is null or p.state = :state)
			  and (cast(:round as bigint) is null or g.round_id = :round)
			  and (p.code ilike :pattern or p.title ilike :pattern or a.name ilike :pattern or o.name ilike :pattern)
			  and
			""" + ProjectSight.SEEN;

	private final JdbcClient jdbc;

	ProjectCatalogue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The projects that match, newest number first. */
	@PreAuthorize("@projectPermissions.mayRead(#actor)")
	public ProjectPage find(Person actor, ProjectFilter filter) {
		var rows = matching("""
				select p.id, p.code, p.title, p.category, a.name as pi, o.name as host, p.starts_on, p.ends_on, p.state,
				       coalesce((select sum(b.planned) from budget_line b where b.project_id = p.id), 0) as planned,
				       coalesce((select sum(b.spent) from budget_line b where b.project_id = p.id), 0) as spent
				""" + MATCHING + " order by p.code desc limit :size offset :offset", actor, filter)
			.param("size", ProjectFilter.PAGE_SIZE)
			.param("offset", (long) filter.page() * ProjectFilter.PAGE_SIZE)
			.query((row, index) -> new ProjectRow(row.getLong("id"), row.getString("code"), row.getString("title"),
					row.getString("category"), row.getString("pi"), row.getString("host"),
					row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
					row.getBigDecimal("planned"), row.getBigDecimal("spent"), row.getString("state")))
			.list();
		long total = matching("select count(*) " + MATCHING, actor, filter).query(Long.class).single();
		return new ProjectPage(rows, filter.page(), total);
	}

	private JdbcClient.StatementSpec matching(String sql, Person actor, ProjectFilter filter) {
		return ProjectSight.bind(jdbc.sql(sql), actor)
			.param("state", filter.state())
			.param("round", filter.roundId())
			.param("pattern", filter.pattern());
	}

}
