package org.guantong.identity.signin;

import java.time.Duration;

import org.springframework.security.core.AuthenticationException;

/** Nobody may try this username, or from this address, for a while. */
public class TooManyAttempts extends AuthenticationException {

	private final Duration wait;

	TooManyAttempts(Duration wait) {
		super("too many sign-in attempts");
		this.wait = wait;
	}

	/** How long to wait until the next attempt is heard. */
	public Duration waitingTime() {
		return wait;
	}

	/** The same in whole minutes, at least one. */
	public long minutes() {
		return Math.max(1, (wait.toSeconds() + 59) / 60);
	}

}
