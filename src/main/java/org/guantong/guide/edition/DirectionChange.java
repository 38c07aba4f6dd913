package org.guantong.guide.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.guantong.matching.TextDifference;

/**
 * What one edition changed about one direction, word by word.
 *
 * @param before what the earlier edition said; null for a direction that is new
 * @param parts only what differs; empty for a direction that is new
 */
public record DirectionChange(EditionDirection before, EditionDirection after, List<Part> parts) {

	/**
	 * One part of a direction that reads otherwise now.
	 *
	 * @param labelKey message that names the part
	 */
	public record Part(String labelKey, TextDifference difference) {
	}

	public boolean isNew() {
		return before == null;
	}

	/** What differs, in the order of the later edition. */
	static List<DirectionChange> between(List<EditionDirection> earlier, List<EditionDirection> later) {
		Map<Long, EditionDirection> known = PublishedGuides.byId(earlier);
		List<DirectionChange> changes = new ArrayList<>();
		for (EditionDirection after : later) {
			EditionDirection before = known.get(after.directionId());
			if (before == null) {
				changes.add(new DirectionChange(null, after, List.of()));
			}
			else if (!parts(before, after).isEmpty()) {
				changes.add(new DirectionChange(before, after, parts(before, after)));
			}
		}
		return changes;
	}

	private static List<Part> parts(EditionDirection before, EditionDirection after) {
		List<Part> parts = new ArrayList<>();
		add(parts, "guide.title", before.title(), after.title());
		add(parts, "guide.applicationCodes", before.codes(), after.codes());
		add(parts, "guide.text", before.text(), after.text());
		add(parts, "guide.category", before.categoryName(), after.categoryName());
		add(parts, "guide.edition.intensity", plain(before.intensity()), plain(after.intensity()));
		add(parts, "guide.expectedApplication", before.expectedApplication(), after.expectedApplication());
		return parts;
	}

	private static void add(List<Part> parts, String labelKey, String before, String after) {
		TextDifference difference = TextDifference.between(before, after);
		if (difference.isChanged()) {
			parts.add(new Part(labelKey, difference));
		}
	}

	private static String plain(BigDecimal amount) {
		return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
	}

}
