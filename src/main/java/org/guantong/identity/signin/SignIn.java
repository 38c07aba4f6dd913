package org.guantong.identity.signin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.guantong.identity.IdentityAct;
import org.guantong.identity.Person;
import org.guantong.shared.Kind;
import org.guantong.shared.Ref;

/**
 * Checks a username and a password. An unknown user, a disabled account and a wrong
 * password get the same answer after the same work, so that nobody learns who has an
 * account.
 */
@Component
public class SignIn {

	/** bcrypt looks at no more bytes than these. */
	private static final int MAX_PASSWORD_BYTES = 72;

	private static final int MAX_USERNAME = 64;

	private final JdbcClient jdbc;

	private final PasswordEncoder passwords;

	private final Standings standings;

	private final SignInLimits limits;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final String nobodysHash;

	SignIn(JdbcClient jdbc, PasswordEncoder passwords, Standings standings, SignInLimits limits,
			TransactionTemplate transaction, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.passwords = passwords;
		this.standings = standings;
		this.limits = limits;
		this.transaction = transaction;
		this.events = events;
		this.nobodysHash = passwords.encode("nobody");
	}

	/**
	 * The standing of the account that this username and password open.
	 * @param address where the attempt comes from
	 * @param way how it is made, for the record: {@code page} or {@code token}
	 * @throws BadCredentialsException when they open none
	 * @throws TooManyAttempts when too many were made
	 */
	public Standing attempt(String username, String password, String address, String way) {
		String name = normal(username);
		limits.pay(name, address);
		Standing standing = check(name, password == null ? "" : password);
		limits.refund(name, address);
		record(standing.person(), way);
		return standing;
	}

	private Standing check(String username, String password) {
		Optional<Stored> stored = jdbc.sql("select id, password_hash from account where username = ? and enabled")
			.param(username)
			.query((row, index) -> new Stored(row.getLong(1), row.getString(2)))
			.optional();
		String hash = stored.map(Stored::hash).orElse(nobodysHash);
		boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= MAX_PASSWORD_BYTES;
		boolean matches = passwords.matches(fits ? password : "", hash);
		if (stored.isEmpty() || !fits || !matches) {
			throw new BadCredentialsException("no such username and password");
		}
		return standings.of(stored.get().id()).orElseThrow();
	}

	private void record(Person person, String way) {
		transaction.executeWithoutResult((status) -> events
			.publishEvent(new IdentityAct(person, "account.signed-in", new Ref(Kind.ACCOUNT, person.id()), way)));
	}

	private static String normal(String username) {
		String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
		return name.length() <= MAX_USERNAME ? name : name.substring(0, MAX_USERNAME) + "…";
	}

	private record Stored(long id, String hash) {
	}

}
