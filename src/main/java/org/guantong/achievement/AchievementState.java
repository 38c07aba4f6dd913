package org.guantong.achievement;

/**
 * How far an achievement has come: reported at closure, registered under a number, or
 * withdrawn.
 */
public enum AchievementState {

	REPORTED, REGISTERED, WITHDRAWN

}
