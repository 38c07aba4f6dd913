package org.guantong.identity.signin;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class TidyTest {

	@Autowired
	private Tokens tokens;

	@Autowired
	private Standings standings;

	@Autowired
	private SignInLimits limits;

	@Autowired
	private Given given;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void backToNow() {
		clock.reset();
	}

	@Test
	void expiredTokensGoAndOthersStay() {
		Standing standing = standings.of(given.officer().id()).orElseThrow();
		tokens.issue(standing);
		clock.pass(Duration.ofHours(6));
		String later = tokens.issue(standing).token();
		clock.pass(Duration.ofHours(7));

		tokens.tidy();

		assertThat(jdbc.sql("select count(*) from api_token where account_id = ?")
			.param(standing.person().id())
			.query(Long.class)
			.single()).isOne();
		assertThat(tokens.holderOf(later)).contains(standing);
	}

	@Test
	void aCountGoesWhenItNoLongerKeepsAnybodyOut() {
		String username = "tidy" + given.number();
		limits.pay(username, username);

		limits.tidy();
		assertThat(counts(username)).isEqualTo(2);
		clock.pass(Duration.ofMinutes(40));
		limits.tidy();
		assertThat(counts(username)).isZero();
	}

	private long counts(String name) {
		return jdbc.sql("select count(*) from sign_in_limit where id like ?")
			.param("%" + name)
			.query(Long.class)
			.single();
	}

}
