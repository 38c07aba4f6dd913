package org.guantong.guide.batch;

import java.util.List;

/** A sentence of the message files and what its placeholders stand for. */
record Sentence(String key, List<Object> arguments) {

	static Sentence of(String key, Object... arguments) {
		return new Sentence(key, List.of(arguments));
	}

}
