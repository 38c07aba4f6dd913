package org.guantong.identity.signin;

import java.time.Clock;
import java.time.Duration;

import javax.sql.DataSource;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts sign-in attempts of a username and of an address, over all nodes. Each has its
 * allowance for {@value #WINDOW_MINUTES} minutes, regained little by little. An attempt
 * is paid for before the password is looked at, so that many at once gain nothing;
 * success gives it back.
 */
@Component
public class SignInLimits {

	private static final int WINDOW_MINUTES = 15;

	private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

	private final BucketConfiguration perUsername;

	private final BucketConfiguration perAddress;

	private final JdbcClient jdbc;

	private final Clock clock;

	SignInLimits(DataSource dataSource, JdbcClient jdbc, Clock clock,
			@Value("${guantong.sign-in.attempts-per-username:5}") int perUsername,
			@Value("${guantong.sign-in.attempts-per-address:100}") int perAddress) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
			.primaryKeyMapper(PrimaryKeyMapper.STRING)
			.table("sign_in_limit")
			.clientClock(meter(clock))
			.expirationAfterWrite(ExpirationAfterWriteStrategy
				.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(WINDOW_MINUTES)))
			.build();
		this.perUsername = allowance(perUsername);
		this.perAddress = allowance(perAddress);
	}

	/**
	 * Pays for one attempt; throws {@link TooManyAttempts} when the allowance is gone.
	 */
	public void pay(String username, String address) {
		pay(ofAddress(address));
		pay(ofUsername(username));
	}

	/** Gives back what a successful attempt cost, and forgets failed ones of its user. */
	public void refund(String username, String address) {
		ofUsername(username).reset();
		ofAddress(address).addTokens(1);
	}

	/** Removes the counts that no longer limit anybody. */
	void tidy() {
		jdbc.sql("delete from sign_in_limit where expires_at < ?").param(clock.millis()).update();
	}

	private static void pay(BucketProxy bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

	private BucketProxy ofUsername(String username) {
		return buckets.getProxy("username:" + username, () -> perUsername);
	}

	private BucketProxy ofAddress(String address) {
		return buckets.getProxy("address:" + address, () -> perAddress);
	}

	private static BucketConfiguration allowance(int attempts) {
		Bandwidth bandwidth = Bandwidth.builder()
			.capacity(attempts)
			.refillGreedy(attempts, Duration.ofMinutes(WINDOW_MINUTES))
			.build();
		return BucketConfiguration.builder().addLimit(bandwidth).build();
	}

	private static TimeMeter meter(Clock clock) {
		return new TimeMeter() {
			@Override
			public long currentTimeNanos() {
				return Math.multiplyExact(clock.millis(), 1_000_000L);
			}

			@Override
			public boolean isWallClockBased() {
				return true;
			}
		};
	}

}
