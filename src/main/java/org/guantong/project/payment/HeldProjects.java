package org.guantong.project.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.guantong.identity.Person;
import org.guantong.project.ProjectSight;

/** The projects whose payments are held, the first to be looked at again on top. */
@Service
public class HeldProjects {

	static final String SELECT = """
			select p.id, p.code, p.title, o.name as host, h.cause, h.reason, h.review_on, h.held_at
			from payment_hold h join project p on p.id = h.project_id join organisation o on o.id = p.host_id
			where h.lifted_at is null and
			""";

	private final JdbcClient jdbc;

	HeldProjects(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those the reader may see. */
	@PreAuthorize("@paymentPermissions.mayList(#actor)")
	@Transactional(readOnly = true)
	public List<HeldProject> of(Person actor) {
		return ProjectSight
			.bind(jdbc.sql(SELECT + ProjectSight.SEEN + " order by h.review_on nulls last, p.code"), actor)
			.query(HeldProjects::held)
			.list();
	}

	static HeldProject held(ResultSet row, int index) throws SQLException {
		return new HeldProject(row.getLong("id"), row.getString("code"), row.getString("title"), row.getString("host"),
				row.getString("cause"), row.getString("reason"), row.getObject("review_on", LocalDate.class),
				row.getTimestamp("held_at").toInstant());
	}

}
