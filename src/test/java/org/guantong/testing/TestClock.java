package org.guantong.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.context.annotation.Primary;

/**
 * The application's and the engine's clock, moved by hand. It runs on like any clock from
 * where it was set.
 */
@Primary
public class TestClock extends Clock {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private Duration offset = Duration.ZERO;

	@Override
	public ZoneId getZone() {
		return ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(Clock.system(zone), offset);
	}

	@Override
	public Instant instant() {
		return Instant.now().plus(offset);
	}

	/** Lets that much time pass at once. */
	public void pass(Duration duration) {
		offset = offset.plus(duration);
		ClockUtil.offset(offset.toMillis());
	}

	/** Goes to that moment. */
	public void moveTo(Instant moment) {
		pass(Duration.between(instant(), moment));
	}

	/** Back to real time. */
	public void reset() {
		offset = Duration.ZERO;
		ClockUtil.reset();
	}

}
