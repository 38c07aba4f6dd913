package org.guantong.achievement;

/**
 * Where the decision table recommends to send an achievement: decision makers, a
 * department for cultivation, a follow-up talk, a matchmaking event, incubation,
 * enterprises.
 */
public enum Route {

	ADVISE, CULTIVATE, FOLLOW, MATCH, INCUBATE, PROMOTE

}
