package org.guantong.guide.drafting;

import java.util.Arrays;
import java.util.List;

import org.guantong.guide.DirectionContent;
import org.guantong.matching.TextDifference;

/** What became of one field between two texts. */
public record FieldChange(TextField field, String before, String after, TextDifference difference) {

	/** The fields that differ. */
	public static List<FieldChange> between(DirectionContent before, DirectionContent after) {
		return Arrays.stream(TextField.values())
			.filter((field) -> !field.of(before).equals(field.of(after)))
			.map((field) -> new FieldChange(field, field.of(before), field.of(after),
					TextDifference.between(field.of(before), field.of(after))))
			.toList();
	}

}
