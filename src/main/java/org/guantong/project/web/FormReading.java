package org.guantong.project.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads what was typed; what cannot be read is null, and the rules say what is wanted.
 */
final class FormReading {

	private FormReading() {
	}

	static BigDecimal amount(String typed) {
		try {
			String plain = typed == null ? "" : typed.strip().replace(",", "").replace("，", "");
			return plain.isEmpty() || plain.length() > 20 ? null : new BigDecimal(plain);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	static LocalDate day(String typed) {
		try {
			return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	static String text(String typed) {
		return typed == null ? "" : typed.strip();
	}

}
