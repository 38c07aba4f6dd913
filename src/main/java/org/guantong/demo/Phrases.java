package org.guantong.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives people something to say, each occasion's sentences in turn. */
@ForDemonstration
class Phrases {

	private final Map<String, List<String>> words;

	private final Map<String, Integer> next = new HashMap<>();

	Phrases(Script script) {
		this.words = script.words();
	}

	String say(String occasion) {
		List<String> sentences = words.get(occasion);
		return sentences.get((next.merge(occasion, 1, Integer::sum) - 1) % sentences.size());
	}

}
