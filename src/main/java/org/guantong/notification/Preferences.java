package org.guantong.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have chosen; at once where they have not. */
@Component
class Preferences {

	private final JdbcClient jdbc;

	Preferences(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Delivery of(long accountId) {
		return jdbc.sql("select delivery from notification_preference where account_id = ?")
			.param(accountId)
			.query(Delivery.class)
			.optional()
			.orElse(Delivery.IMMEDIATE);
	}

	void choose(long accountId, Delivery delivery) {
		jdbc.sql("""
				insert into notification_preference (account_id, delivery) values (?, ?)
				on conflict (account_id) do update set delivery = excluded.delivery
				""").params(accountId, delivery.name()).update();
	}

}
