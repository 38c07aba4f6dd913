package org.guantong.midterm;

import java.util.Set;

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
	 * Accounts of all who must recuse: the PI in person, those of the host's legal
	 * entity, and those tied to the PI or the host by what is on record.
	 */
	public Set<Long> of(Project project) {
		return Set.copyOf(jdbc.sql("""
				select id from account where id = :pi or organisation_id = :host
				union select account_id from expert_affiliation where organisation_id = :host and until_date is null
				union select account_id from expert_tie
				      where other_id = :pi or (other_id is null and other_name = '' and organisation_id = :host)
				union select other_id from expert_tie where account_id = :pi and other_id is not null
				""").param("host", project.hostId()).param("pi", project.piId()).query(Long.class).list());
	}

}
