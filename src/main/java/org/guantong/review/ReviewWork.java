package org.guantong.review;

import java.time.Instant;
import java.util.Map;

/**
 * What experts did for a stage that keeps its own reviews. The review module declares
 * this for its certificates, the stages answer.
 */
public interface ReviewWork {

	/**
	 * How many reviews each expert handed in, by account id.
	 * @param from first moment that counts
	 * @param before first moment that no longer counts
	 */
	Map<Long, Integer> handedIn(Instant from, Instant before);

}
