package org.guantong.guide.drafting;

import org.guantong.guide.DirectionContent;

/** The parts of what a direction says, in the order a reader meets them. */
public enum TextField {

	TITLE("title"), TEXT("text"), APPLICATION_CODES("applicationCodes"), CATEGORY("category"), INTENSITY("intensity"),
	EXPECTED_APPLICATION("expectedApplication");

	private final String key;

	TextField(String key) {
		this.key = key;
	}

	/**
	 * As the field is called in forms, in JSON and, after {@code guide.}, in messages.
	 */
	public String key() {
		return key;
	}

	/** Whether remarks can be made about passages of it. */
	public boolean isProse() {
		return this == TITLE || this == TEXT || this == EXPECTED_APPLICATION;
	}

	/** What a text says in this field, as it would be typed. */
	public String of(DirectionContent content) {
		return switch (this) {
			case TITLE -> content.title();
			case TEXT -> content.text();
			case APPLICATION_CODES -> String.join(" ", content.applicationCodes());
			case CATEGORY -> content.category();
			case INTENSITY ->
				content.intensity() == null ? "" : content.intensity().stripTrailingZeros().toPlainString();
			case EXPECTED_APPLICATION -> content.expectedApplication();
		};
	}

}
