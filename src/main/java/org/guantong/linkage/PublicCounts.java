package org.guantong.linkage;

/** How much of each there is for everybody to read. */
public record PublicCounts(long directions, long achievements, long stories) {
}
