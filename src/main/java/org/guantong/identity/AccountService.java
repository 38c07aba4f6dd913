package org.guantong.identity;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and closes accounts. */
@Service
public class AccountService {

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final People people;

	public AccountService(JdbcClient jdbc, PasswordEncoder passwords, People people) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.people = people;
	}

	/** Opens an account and answers the person it is for. */
	@Transactional
	public Person open(String username, String password, String name, String email, long organisationId,
			Set<Role> roles) {
		long id = jdbc.sql("""
				insert into account (username, password_hash, name, email, organisation_id)
				values (?, ?, ?, ?, ?) returning id
				""")
			.params(username, passwords.encode(password), name, email, organisationId)
			.query(Long.class)
			.single();
		for (Role role : roles) {
			jdbc.sql("insert into account_role (account_id, role) values (?, ?)").params(id, role.name()).update();
		}
		return people.require(id);
	}

}
