package org.guantong.guide.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expert has typed of one review, valid or not.
 *
 * @param points in the order of the criteria
 */
public record DeskDraft(List<String> points, String recommendation, String comment) {

	/** In the shape of the task's form. */
	Map<String, Object> input() {
		Map<String, Object> input = new LinkedHashMap<>();
		input.put("scores",
				(points == null ? List.<String>of() : points).stream()
					.map((one) -> Map.of("points", one == null ? "" : one.strip()))
					.toList());
		input.put("recommendation", recommendation == null ? "" : recommendation);
		input.put("comment", comment == null ? "" : comment);
		return input;
	}

}
