package org.guantong.demand;

/** What is to be reached: where it stands and where it should (指标), as written. */
public record DemandIndicator(String name, String current, String target, String unit) {
}
