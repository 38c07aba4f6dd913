package org.guantong.fund;

import java.util.List;

import org.guantong.identity.Person;

/**
 * What a later stage has to say on a round's page. The round declares this, the stages
 * after it answer, so that nothing points upstream.
 */
public interface RoundFigures {

	/**
	 * One number of the round.
	 *
	 * @param labelKey names it in the message files
	 * @param count how many
	 * @param path page that lists them
	 */
	record Figure(String labelKey, long count, String path) {
	}

	/** This stage's numbers as far as this person may read them, in the order to show. */
	List<Figure> of(Person reader, Round round);

}
