package org.guantong.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What an expression yields, in the types of form data. */
final class Computed {

	private Computed() {
	}

	/** The value to keep; null for what form data cannot hold. */
	static Object value(Object result) {
		if (result instanceof BigDecimal number) {
			return Conversion.plain(number);
		}
		if (result instanceof Number number) {
			return Conversion.plain(new BigDecimal(number.toString()));
		}
		return (result instanceof String || result instanceof Boolean || result instanceof LocalDate) ? result : null;
	}

}
