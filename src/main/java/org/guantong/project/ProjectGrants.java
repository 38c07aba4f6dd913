package org.guantong.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.review.directory.SharedGrant;
import org.guantong.review.directory.SharedGrants;

/**
 * Tells those who look for conflicts of interest which projects people hold. A project
 * has one principal investigator so far; who else takes part is entered with the expert.
 */
@Component
class ProjectGrants implements SharedGrants {

	private final JdbcClient jdbc;

	ProjectGrants(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<SharedGrant> of(Collection<Long> accounts) {
		return jdbc.sql("select code, title, pi_id, ends_on from project where pi_id in (:accounts) order by code")
			.param("accounts", accounts)
			.query((row, index) -> new SharedGrant(row.getString("code"), row.getString("title"),
					Set.of(row.getLong("pi_id")), row.getObject("ends_on", LocalDate.class).getYear()))
			.list();
	}

}
