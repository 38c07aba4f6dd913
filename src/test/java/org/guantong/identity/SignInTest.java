package org.guantong.identity;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.guantong.testing.Given;
import org.guantong.testing.GuantongTest;
import org.guantong.testing.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

@GuantongTest
class SignInTest {

	@Autowired
	private TestRestTemplate http;

	@Autowired
	private Given given;

	@Autowired
	private TestClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AccountService accounts;

	@Autowired
	private ProfileService profiles;

	@AfterEach
	void backToNow() {
		clock.reset();
	}

	@Test
	void aTokenTellsWhoItsHolderIs() {
		Person pi = given.person("林教授", given.organisation("HOST", "大学"), Role.PI);

		ResponseEntity<Map> me = me(token(pi.username(), "password"));

		assertThat(me.getStatusCode()).isEqualTo(HttpStatus.OK);
		assertThat(me.getBody()).containsEntry("username", pi.username()).containsEntry("name", "林教授");
		assertThat(me.getBody().get("roles")).asList().containsExactly("PI");
		assertThat(me.getBody().get("organisation")).hasFieldOrPropertyWithValue("name", pi.organisationName());
	}

	@Test
	void onlyTheHashOfATokenIsKept() {
		String token = token(given.officer().username(), "password");

		assertThat(jdbc.sql("select count(*) from api_token where position(convert_to(?, 'UTF8') in token_hash) > 0")
			.param(token)
			.query(Long.class)
			.single()).isZero();
		assertThat(jdbc.sql("select count(*) from api_token where token_hash = sha256(convert_to(?, 'UTF8'))")
			.param(token)
			.query(Long.class)
			.single()).isOne();
	}

	@Test
	void aTokenEndsAfterTwelveHours() {
		String token = token(given.officer().username(), "password");

		clock.pass(Duration.ofHours(12).minusMinutes(1));
		assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.OK);
		clock.pass(Duration.ofMinutes(2));
		assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void aRevokedTokenIsWorthNothing() {
		String token = token(given.officer().username(), "password");

		HttpStatus revoked = (HttpStatus) http
			.exchange("/api/tokens/current", HttpMethod.DELETE, new HttpEntity<>(bearer(token)), Void.class)
			.getStatusCode();

		assertThat(revoked).isEqualTo(HttpStatus.NO_CONTENT);
		assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void aNewPasswordEndsTheTokensOfTheOldOne() {
		Person officer = given.officer();
		String token = token(officer.username(), "password");

		profiles.changePassword(officer, "password", "a much longer one", "a much longer one", "127.0.0.1");

		assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(me(token(officer.username(), "a much longer one")).getStatusCode()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void aDisabledAccountIsShutOutAtOnce() {
		Person admin = given.person("管理员", given.organisation("FUNDER", "基金委"), Role.ADMIN);
		Person expert = given.person("专家", given.organisation("HOST", "大学"), Role.EXPERT);
		String token = token(expert.username(), "password");

		int version = accounts.details(admin, expert.id()).version();
		accounts.change(admin, expert.id(), new AccountChange(expert.name(), expert.email(), expert.organisationId(),
				expert.roles(), false, version));

		assertThat(me(token).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(signIn(expert.username(), "password").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void anUnknownUserAndAWrongPasswordGetTheSameAnswer() {
		ResponseEntity<Map> wrong = signIn(given.officer().username(), "wrong");
		ResponseEntity<Map> unknown = signIn("nobody" + given.number(), "wrong");
		ResponseEntity<Map> tooLong = signIn(given.officer().username(), "p".repeat(100));

		assertThat(wrong.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(wrong.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(unknown.getStatusCode()).isEqualTo(wrong.getStatusCode());
		assertThat(unknown.getBody()).isEqualTo(wrong.getBody());
		assertThat(tooLong.getBody()).isEqualTo(wrong.getBody());
	}

	@Test
	void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
		Person officer = given.officer();
		for (int i = 0; i < 5; i++) {
			assertThat(signIn(officer.username(), "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		}

		ResponseEntity<Map> limited = signIn(officer.username(), "password");
		clock.pass(Duration.ofMinutes(4));
		ResponseEntity<Map> later = signIn(officer.username(), "password");

		assertThat(limited.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
		assertThat(limited.getHeaders()).containsKey(HttpHeaders.RETRY_AFTER);
		assertThat(later.getStatusCode()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void successForgetsWrongAttempts() {
		Person officer = given.officer();
		for (int i = 0; i < 12; i++) {
			signIn(officer.username(), i % 4 == 3 ? "password" : "wrong");
		}

		assertThat(signIn(officer.username(), "password").getStatusCode()).isEqualTo(HttpStatus.OK);
	}

	@Test
	void aMissingUsernameAndPasswordAreNamed() {
		ResponseEntity<Map> refused = http.postForEntity("/api/tokens", Map.of(), Map.class);

		assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
		assertThat(refused.getBody().get("errors")).asList().hasSize(2);
	}

	@Test
	void withoutATokenTheApiAnswersWithAProblem() {
		ResponseEntity<Map> refused = http.getForEntity("/api/me", Map.class);

		assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(refused.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(refused.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).isEqualTo("Bearer");
		assertThat(refused.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
	}

	@Test
	void aOneTimePasswordGivesNoToken() {
		Person admin = given.person("管理员", given.organisation("FUNDER", "基金委"), Role.ADMIN);
		OneTimePassword newcomer = accounts.open(admin, new NewAccount("n" + given.number(), "新人", "n@example.org",
				"zh", admin.organisationId(), java.util.Set.of(Role.OFFICER)));

		ResponseEntity<Map> refused = signIn(newcomer.person().username(), newcomer.text());

		assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(refused.getBody()).doesNotContainKey("token");
	}

	private String token(String username, String password) {
		ResponseEntity<Map> answer = signIn(username, password);
		assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
		return (String) answer.getBody().get("token");
	}

	private ResponseEntity<Map> signIn(String username, String password) {
		return http.postForEntity("/api/tokens", Map.of("username", username, "password", password), Map.class);
	}

	private ResponseEntity<Map> me(String token) {
		return http.exchange("/api/me", HttpMethod.GET, new HttpEntity<>(bearer(token)), Map.class);
	}

	private static HttpHeaders bearer(String token) {
		HttpHeaders headers = new HttpHeaders();
		headers.setBearerAuth(token);
		return headers;
	}

}
