package org.guantong.wording;

import java.util.List;

/**
 * What was called for before. Declared here and answered by the stage that publishes, so
 * that demands, which come before it, can be compared with it too.
 */
public interface EarlierTopics {

	/**
	 * @param title in the words of its guide
	 * @param link its page, open to everybody
	 */
	record Topic(long id, String code, String title, String text, String link) {
	}

	/**
	 * Directions published in this or an earlier round.
	 * @param except id of a direction that is not to be compared with itself; null for
	 * none
	 */
	List<Topic> published(Long except);

}
