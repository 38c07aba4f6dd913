package org.guantong.review.directory;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.IdentityAct;
import org.guantong.shared.Kind;

/**
 * Follows experts from one employer to the next: the one they left counts on for as long
 * as a round looks back.
 */
@Component
class Employers {

	private static final String IS_EXPERT = """
			exists (select 1 from account_role r
			  where r.account_id = a.id and r.role in ('EXPERT', 'FINANCE_EXPERT'))
			""";

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Employers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@EventListener(condition = "#act.action().startsWith('account.')")
	void on(IdentityAct act) {
		if (act.subject().kind() == Kind.ACCOUNT && !act.action().equals("account.signed-in")) {
			follow(act.subject().id());
		}
	}

	/** Notes the employer of today, if it is not the one on record. */
	void follow(long account) {
		LocalDate today = LocalDate.now(clock);
		int left = jdbc.sql("""
				update expert_affiliation f set until_date = greatest(:today, f.from_date) from account a
				where a.id = f.account_id and a.id = :account and f.employer and f.until_date is null
				  and f.organisation_id <> a.organisation_id
				""").param("today", today).param("account", account).update();
		int joined = jdbc.sql("""
				insert into expert_affiliation (account_id, organisation_id, employer, from_date)
				select a.id, a.organisation_id, true, :from::date from account a
				where a.id = :account and not exists (select 1 from expert_affiliation f
				    where f.account_id = a.id and f.employer and f.until_date is null) and
				""" + IS_EXPERT).param("from", left > 0 ? today.toString() : null).param("account", account).update();
		if (joined > 0) {
			events.publishEvent(new ExpertChanged(account));
		}
	}

}
