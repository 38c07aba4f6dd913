package org.guantong.transfer;

/**
 * A fair where demand sides and scientists met (成果对接会), in the figures published about
 * it; null where none was.
 *
 * @param heldIn year and month, e.g. 2019-12
 */
public record MatchmakingEvent(long id, String heldIn, String region, String title, Integer experts,
		Integer achievements, Integer projectsShown, Integer enterprises, Integer demandsCollected,
		Integer challengesListed, Integer inTalks, Integer signed, String note, String noteEn) {
}
