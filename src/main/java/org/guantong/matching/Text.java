package org.guantong.matching;

import java.util.Objects;

/**
 * What matching knows of a thing: its key and what it says.
 *
 * @param id the key by which the caller finds the thing again
 * @param text its words, Chinese or English; may be blank, then it resembles nothing
 */
public record Text(long id, String text) {

	public Text {
		Objects.requireNonNull(text, "text");
	}

}
