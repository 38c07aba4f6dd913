package org.guantong.linkage;

import java.util.List;

/**
 * How many things of a round came how far.
 */
public record Funnel(List<Step> steps) {

	/**
	 * @param key what was counted, e.g. demands or transfers-signed
	 */
	public record Step(String key, long count) {
	}

	/** The largest count, at least 1: what shares are shares of. */
	public long largest() {
		return Math.max(1, steps.stream().mapToLong(Step::count).max().orElse(1));
	}

}
