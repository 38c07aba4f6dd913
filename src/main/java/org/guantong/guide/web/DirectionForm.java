package org.guantong.guide.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.guantong.guide.DirectionContent;
import org.guantong.guide.GuideDirection;
import org.guantong.shared.InvalidInput;

/** What the editor page sends, as it was typed. */
public record DirectionForm(int version, String title, String applicationCodes, String text, String category,
		String intensity, String expectedApplication) {

	static DirectionForm of(GuideDirection direction) {
		return new DirectionForm(direction.version(), direction.title(), String.join(" ", direction.applicationCodes()),
				direction.text(), direction.category(),
				direction.intensity() == null ? "" : direction.intensity().stripTrailingZeros().toPlainString(),
				direction.expectedApplication());
	}

	/** The same text on top of what is saved now. */
	DirectionForm over(GuideDirection saved) {
		return new DirectionForm(saved.version(), title, applicationCodes, text, category, intensity,
				expectedApplication);
	}

	DirectionContent content() {
		return new DirectionContent(title, codes(), text, category, amount(), expectedApplication);
	}

	private List<String> codes() {
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
