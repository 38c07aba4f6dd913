package org.guantong.review.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets where an expert belongs today besides the employer; what ends stays on record. */
@Component
public class CurrentAffiliations {

	private final JdbcClient jdbc;

	private final Clock clock;

	CurrentAffiliations(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public void are(long expert, Collection<Long> organisations) {
		LocalDate today = LocalDate.now(clock);
		Long[] wanted = organisations.toArray(Long[]::new);
		jdbc.sql("""
				update expert_affiliation set until_date = greatest(:today, from_date)
				where account_id = :expert and not employer and until_date is null
				  and organisation_id <> all(:wanted::bigint[])
				""").param("today", today).param("expert", expert).param("wanted", wanted).update();
		jdbc.sql("""
				insert into expert_affiliation (account_id, organisation_id)
				select :expert, o.id from organisation o where o.id = any(:wanted::bigint[])
				  and not exists (select 1 from expert_affiliation f where f.account_id = :expert
				    and f.organisation_id = o.id and not f.employer and f.until_date is null)
				""").param("expert", expert).param("wanted", wanted).update();
	}

}
