package org.guantong.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Directions per field of the 2021 regional fund, as published: what a round is compared
 * with.
 */
@Component
class PublishedFigures {

	private static final String FILE = "data/directions-2021-regional.csv";

	private final Map<String, Integer> directions = new LinkedHashMap<>();

	PublishedFigures() {
		try {
			new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.skip(1)
				.filter((line) -> !line.isBlank())
				.map((line) -> line.split(","))
				.forEach((cells) -> directions.put(cells[0].strip(), Integer.valueOf(cells[1].strip())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** How many directions that field had; null when it had none. */
	Integer directionsOf(String fieldName) {
		return directions.get(fieldName);
	}

}
