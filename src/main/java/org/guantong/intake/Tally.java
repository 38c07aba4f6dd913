package org.guantong.intake;

/**
 * How many rows were new, changed what an earlier workbook entered, or changed nothing.
 */
record Tally(int added, int changed, int unchanged) {
}
