package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What a value must satisfy; null where the form sets no such rule.
 *
 * @param minLength in code points
 * @param maxLength in code points; texts always have one
 * @param format what kind of text is expected
 * @param decimalDigits most digits after the point
 * @param increment the value must be a whole multiple of this
 */
public record Rules(boolean required, Integer minLength, Integer maxLength, BigDecimal min, BigDecimal max,
		Pattern pattern, Format format, Integer decimalDigits, BigDecimal increment) {

	private static final int LINE = 500;

	private static final int TEXT = 10_000;

	/** Longest text where a form sets no limit: no input is unbounded. */
	static int longest(ComponentType type) {
		return (type == ComponentType.TEXTAREA) ? TEXT : LINE;
	}

	/** Whether the form itself limits a text's length, so that its reader is told. */
	public boolean limitsLength(ComponentType type) {
		boolean isText = type == ComponentType.TEXTFIELD || type == ComponentType.TEXTAREA;
		return isText && maxLength < longest(type);
	}

	/** What kind of text is expected. */
	public enum Format {

		ANY, EMAIL, PHONE

	}

}
