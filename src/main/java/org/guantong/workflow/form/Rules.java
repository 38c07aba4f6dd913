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

	/** What kind of text is expected. */
	public enum Format {

		ANY, EMAIL, PHONE

	}

}
