package org.guantong.guide.edition;

import java.util.List;

/**
 * What of a round can be published now, and what waits for its time already.
 *
 * @param waiting adopted directions whose publication this officer may settle
 * @param underWay how many directions of the round are not decided yet
 */
public record PublicationPlan(long roundId, String roundTitle, List<Waiting> waiting, List<Edition> scheduled,
		int underWay) {

	/**
	 * An adopted direction.
	 *
	 * @param number its number among the directions of its field, or the next free one
	 */
	public record Waiting(long directionId, String code, String title, long fieldId, String fieldName,
			String fieldNameEn, int number, String taskId) {
	}

}
