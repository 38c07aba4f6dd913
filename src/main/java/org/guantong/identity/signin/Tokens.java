package org.guantong.identity.signin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.nio.charset.StandardCharsets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Bearer tokens of the API: 256 random bits, of which only the SHA-256 is kept. They live
 * for {@value #HOURS} hours, and end earlier when revoked, when the password changes or
 * when the account is disabled.
 */
@Component
public class Tokens {

	private static final int HOURS = 12;

	private static final int BYTES = 32;

	private final SecureRandom random = new SecureRandom();

	private final JdbcClient jdbc;

	private final Standings standings;

	private final Clock clock;

	Tokens(JdbcClient jdbc, Standings standings, Clock clock) {
		this.jdbc = jdbc;
		this.standings = standings;
		this.clock = clock;
	}

	/** Issues a token; this is the only time its text is seen. */
	@Transactional
	public Issued issue(Standing standing) {
		byte[] bytes = new byte[BYTES];
		random.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		Instant now = clock.instant();
		Instant expiresAt = now.plus(Duration.ofHours(HOURS));
		jdbc.sql("""
				insert into api_token (token_hash, account_id, password_number, issued_at, expires_at)
				values (?, ?, ?, ?, ?)
				""")
			.params(hash(token), standing.person().id(), standing.passwordNumber(), Timestamp.from(now),
					Timestamp.from(expiresAt))
			.update();
		return new Issued(token, expiresAt);
	}

	/**
	 * Whom a token stands for; empty when it is unknown, expired, revoked or outlived.
	 */
	public Optional<Standing> holderOf(String token) {
		Optional<Kept> kept = jdbc
			.sql("select account_id, password_number from api_token where token_hash = ? and expires_at > ?")
			.params(hash(token), Timestamp.from(clock.instant()))
			.query((row, index) -> new Kept(row.getLong(1), row.getInt(2)))
			.optional();
		return kept.flatMap((it) -> standings.of(it.accountId()).filter((now) -> now.admits(it.passwordNumber())));
	}

	/** Ends a token; nothing happens when it has ended before. */
	public void revoke(String token) {
		jdbc.sql("delete from api_token where token_hash = ?").param(hash(token)).update();
	}

	/** Removes what has expired. */
	void tidy() {
		jdbc.sql("delete from api_token where expires_at <= ?").param(Timestamp.from(clock.instant())).update();
	}

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A new token and when it ends. */
	public record Issued(String token, Instant expiresAt) {
	}

	private record Kept(long accountId, int passwordNumber) {
	}

}
