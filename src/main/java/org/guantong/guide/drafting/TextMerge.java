package org.guantong.guide.drafting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.GuideDirection;
import org.guantong.matching.TextDifference;

/**
 * Two texts that grew from one, field by field, for a person to choose from. What only
 * one side changed is suggested from that side.
 */
public record TextMerge(List<Choice> choices) {

	/** Whose text of a field is to be kept. */
	public enum Side {

		THEIRS, MINE

	}

	/**
	 * A field in which the two differ.
	 *
	 * @param suggested the side that changed it; MINE when both did
	 * @param bothChanged whether choosing either gives something of the other up
	 */
	public record Choice(TextField field, String theirs, String mine, TextDifference difference, Side suggested,
			boolean bothChanged) {
	}

	/**
	 * @param base the text both began from; null when not known, then both count as
	 * changed
	 */
	public static TextMerge of(DirectionContent base, DirectionContent theirs, DirectionForm mine) {
		return new TextMerge(Arrays.stream(TextField.values())
			.filter((field) -> !field.of(theirs).equals(mine.value(field)))
			.map((field) -> choice(field, base == null ? null : field.of(base), field.of(theirs), mine.value(field)))
			.toList());
	}

	private static Choice choice(TextField field, String base, String theirs, String mine) {
		boolean both = base == null || !(base.equals(theirs) || base.equals(mine));
		Side suggested = !both && base.equals(mine) ? Side.THEIRS : Side.MINE;
		return new Choice(field, theirs, mine, TextDifference.between(theirs, mine), suggested, both);
	}

	/**
	 * What was typed, with the other's text in the fields where that was chosen, on top
	 * of what is saved.
	 */
	public static DirectionForm merged(GuideDirection saved, int latest, DirectionForm mine,
			Map<TextField, Side> chosen) {
		return new DirectionForm(saved.version(), latest, pick(TextField.TITLE, saved, mine, chosen),
				pick(TextField.APPLICATION_CODES, saved, mine, chosen), pick(TextField.TEXT, saved, mine, chosen),
				pick(TextField.CATEGORY, saved, mine, chosen), pick(TextField.INTENSITY, saved, mine, chosen),
				pick(TextField.EXPECTED_APPLICATION, saved, mine, chosen));
	}

	private static String pick(TextField field, GuideDirection saved, DirectionForm mine, Map<TextField, Side> chosen) {
		return chosen.get(field) == Side.THEIRS ? field.of(saved.content()) : mine.value(field);
	}

}
