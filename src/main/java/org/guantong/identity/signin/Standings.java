package org.guantong.identity.signin;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.guantong.identity.People;

/** Looks up what accounts are worth at this moment. */
@Component
public class Standings {

	private final JdbcClient jdbc;

	private final People people;

	Standings(JdbcClient jdbc, People people) {
		this.jdbc = jdbc;
		this.people = people;
	}

	/** The standing of the account of that id; empty when there is none. */
	public Optional<Standing> of(long accountId) {
		return jdbc.sql("select enabled, must_change_password, password_number from account where id = ?")
			.param(accountId)
			.query((row, index) -> new Standing(people.require(accountId), row.getBoolean(1), row.getBoolean(2),
					row.getInt(3)))
			.optional();
	}

}
