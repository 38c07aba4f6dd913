package org.guantong.guide.drafting;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.GuideDirection;
import org.guantong.shared.InvalidInput;

/**
 * What the editor page sends, as it was typed.
 *
 * @param version of the direction this began from
 * @param base number of the text this began from; 0 when not known
 */
public record DirectionForm(int version, Integer base, String title, String applicationCodes, String text,
		String category, String intensity, String expectedApplication) {

	public DirectionForm {
		base = base == null ? 0 : base;
	}

	public static DirectionForm of(GuideDirection direction, int base) {
		return new DirectionForm(direction.version(), base, direction.title(),
				String.join(" ", direction.applicationCodes()), direction.text(), direction.category(),
				direction.intensity() == null ? "" : direction.intensity().stripTrailingZeros().toPlainString(),
				direction.expectedApplication());
	}

	/** The same text on top of what is saved now. */
	public DirectionForm over(GuideDirection saved, int latest) {
		return new DirectionForm(saved.version(), latest, title, applicationCodes, text, category, intensity,
				expectedApplication);
	}

	/**
	 * What was typed, as a text.
	 * @throws InvalidInput when the intensity is no number
	 */
	public DirectionContent content() {
		return new DirectionContent(title, codes(), text, category, amount(), expectedApplication);
	}

	/** The value of one field as it was typed, never null. */
	public String value(TextField field) {
		String value = switch (field) {
			case TITLE -> title;
			case TEXT -> text;
			case APPLICATION_CODES -> applicationCodes;
			case CATEGORY -> category;
			case INTENSITY -> intensity;
			case EXPECTED_APPLICATION -> expectedApplication;
		};
		return value == null ? "" : value.strip();
	}

	/** The application codes as typed, in capitals. */
	List<String> codes() {
		return applicationCodes == null ? List.of()
				: Arrays.stream(applicationCodes.strip().split("[\\s,，、;；]+"))
					.filter((code) -> !code.isEmpty())
					.map(String::toUpperCase)
					.toList();
	}

	private BigDecimal amount() {
		if (intensity == null || intensity.isBlank()) {
			return null;
		}
		try {
			return new BigDecimal(intensity.strip());
		}
		catch (NumberFormatException ex) {
			throw InvalidInput.of("intensity", "guide.problem.intensity");
		}
	}

}
