package org.guantong.identity.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Who is to stand in, and when. Days are kept as typed, so that a wrong one can be shown
 * again.
 */
record AbsenceForm(Long substituteId, String from, String until) {

	LocalDate firstDay() {
		return day(from);
	}

	LocalDate lastDay() {
		return day(until);
	}

	private static LocalDate day(String text) {
		try {
			return text == null ? null : LocalDate.parse(text.strip());
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

}
