package org.guantong.fund;

import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * An officer has changed the settings of a round. Whoever has cases under way moves their
 * dates in the same transaction.
 */
public record RoundChanged(long roundId, RoundSettings before, RoundSettings after) {

	/** By how much the demands are due later; below zero for earlier. */
	public Duration deadlineMoved() {
		return Duration.between(before.demandDeadline(), after.demandDeadline());
	}

	/**
	 * By how much that limit is longer now; zero when it is not. A shorter limit holds
	 * for what begins from now on, nobody under way loses time.
	 */
	public Duration longer(ToIntFunction<TimeLimits> limit) {
		return Duration.ofDays(Math.max(0, limit.applyAsInt(after.limits()) - limit.applyAsInt(before.limits())));
	}

	public boolean remindsOtherwise() {
		return before.limits().reminderDays() != after.limits().reminderDays();
	}

}
