package org.guantong.demand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.guantong.identity.Person;

/**
 * What became of an accepted demand. Demand collection declares this, the stage after it
 * answers, so that nothing points upstream.
 */
public interface DemandFate {

	/**
	 * What became of it.
	 *
	 * @param messageKey names the sentence in the message files
	 * @param arguments what {0}, {1}, … in it stand for
	 * @param path page to read on, null when there is none for this reader
	 * @param reason why, empty when there is nothing to explain
	 * @param since since when it is so, null when that is not known
	 */
	record Note(String messageKey, List<Object> arguments, String path, String reason, Instant since) {
	}

	/** What became of the demand; empty while nothing did. */
	Optional<Note> of(Person reader, Demand demand);

}
