package org.guantong.midterm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.project.Project;

/** Who may not judge a project at mid-term (domain, section 3). */
@Component
public class MidtermConflicts {

	private final JdbcClient jdbc;

	MidtermConflicts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether that expert must recuse: the PI in person, of the host's legal entity, or
	 * tied to the PI or the host by what is on record.
	 */
	public boolean mustRecuse(long expert, Project project) {
		return expert == project.piId() || jdbc.sql("""
				select exists (select 1 from account a where a.id = :expert and a.organisation_id = :host)
				    or exists (select 1 from expert_affiliation f
				               where f.account_id = :expert and f.organisation_id = :host and f.until_date is null)
				    or exists (select 1 from expert_tie t
				               where (t.account_id = :expert and (t.other_id = :pi
				                      or t.other_id is null and t.other_name = '' and t.organisation_id = :host))
				                  or (t.account_id = :pi and t.other_id = :expert))
				""")
			.param("expert", expert)
			.param("host", project.hostId())
			.param("pi", project.piId())
			.query(Boolean.class)
			.single();
	}

}
