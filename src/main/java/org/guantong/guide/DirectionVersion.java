package org.guantong.guide;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A text a direction once had.
 *
 * @param number 1 for the first
 * @param restoredFrom the number of the text this one brought back; null unless RESTORED
 */
public record DirectionVersion(int number, String title, List<String> applicationCodes, String text, String category,
		BigDecimal intensity, String expectedApplication, Origin origin, Integer restoredFrom, long savedById,
		String savedBy, Instant savedAt) {

	/** Texts kept by themselves while somebody writes count as one sitting this long. */
	private static final Duration SITTING = Duration.ofMinutes(30);

	/** How a text came to be kept. */
	public enum Origin {

		/** by the button */
		SAVED,
		/** by itself, while somebody was writing */
		AUTO,
		/** by bringing an earlier one back */
		RESTORED

	}

	public DirectionContent content() {
		return new DirectionContent(title, applicationCodes, text, category, intensity, expectedApplication);
	}

	/**
	 * Leaves out what was only kept by itself and was followed, in the same sitting, by
	 * another text of the same person.
	 * @param versions all of them, the latest first
	 */
	static List<DirectionVersion> condensed(List<DirectionVersion> versions) {
		List<DirectionVersion> shown = new ArrayList<>();
		DirectionVersion next = null;
		for (DirectionVersion version : versions) {
			if (next == null || !version.isStepTo(next)) {
				shown.add(version);
			}
			next = version;
		}
		return shown;
	}

	private boolean isStepTo(DirectionVersion next) {
		return origin == Origin.AUTO && savedById == next.savedById && next.origin != Origin.RESTORED
				&& Duration.between(savedAt, next.savedAt).compareTo(SITTING) < 0;
	}

}
