package org.guantong.achievement;

/** 潜在价值, as its authors judge it. */
public enum PotentialValue {

	HIGH, MEDIUM, LOW

}
