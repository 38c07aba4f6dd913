package org.guantong.matching;

/**
 * How readily texts are proposed as a group.
 *
 * @param threshold least average score between the members of a group, above 0, at most
 * 1; a higher one proposes fewer and surer groups
 * @param largestGroup most texts in one group, 2 or more
 */
public record GroupingSettings(double threshold, int largestGroup) {

	/** Amid those that reach the goal on the graded demands (GradedDemandsTests). */
	private static final double STANDARD_THRESHOLD = 0.5;

	private static final int STANDARD_LARGEST_GROUP = 20;

	public GroupingSettings {
		if (!(threshold > 0 && threshold <= 1)) {
			throw new IllegalArgumentException("The threshold is above 0 and at most 1, not " + threshold);
		}
		if (largestGroup < 2) {
			throw new IllegalArgumentException("A group holds 2 texts or more, not " + largestGroup);
		}
	}

	/**
	 * The settings to begin with.
	 * @return settings that favour finding duplicates over sparing an officer a glance
	 */
	public static GroupingSettings standard() {
		return new GroupingSettings(STANDARD_THRESHOLD, STANDARD_LARGEST_GROUP);
	}

	/**
	 * The same with another threshold.
	 * @param threshold above 0, at most 1
	 * @return the changed settings
	 */
	public GroupingSettings withThreshold(double threshold) {
		return new GroupingSettings(threshold, this.largestGroup);
	}

}
