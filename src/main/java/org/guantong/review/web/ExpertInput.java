package org.guantong.review.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import org.guantong.review.Expert;
import org.guantong.review.NewExpertProfile;
import org.guantong.review.directory.NewAbsence;
import org.guantong.review.directory.NewAffiliation;
import org.guantong.review.directory.NewTie;
import org.guantong.review.directory.TieKind;
import org.guantong.shared.InvalidInput;

/**
 * What an expert's page sends, as it was typed: one of its forms at a time, the others
 * null.
 */
record ExpertInput(Profile profile, Affiliation affiliation, Absence absence, Tie tie) {

	static final ExpertInput NONE = new ExpertInput(null, null, null, null);

	private static final Pattern SEPARATOR = Pattern.compile("[\\s,，、;；]+");

	static ExpertInput of(Profile typed) {
		return new ExpertInput(typed, null, null, null);
	}

	static ExpertInput of(Affiliation typed) {
		return new ExpertInput(null, typed, null, null);
	}

	static ExpertInput of(Absence typed) {
		return new ExpertInput(null, null, typed, null);
	}

	static ExpertInput of(Tie typed) {
		return new ExpertInput(null, null, null, typed);
	}

	record Profile(int version, String codes, String keywords, String mostPanels) {

		/** Affiliations are kept apart, and stay as they are. */
		NewExpertProfile profile(Expert expert) {
			return new NewExpertProfile(version, words(codes).stream().map(String::toUpperCase).toList(),
					words(keywords), expert.affiliations(),
					number(mostPanels, "mostPanels", "review.expert.mostPanels"));
		}

	}

	record Affiliation(Long organisationId, String from, String until) {

		NewAffiliation affiliation() {
			return new NewAffiliation(organisationId, day(from, "from"), day(until, "until"));
		}

	}

	record Absence(String from, String until, String note) {

		NewAbsence absence() {
			return new NewAbsence(day(from, "from"), day(until, "until"), text(note));
		}

	}

	record Tie(TieKind kind, String otherUsername, String otherName, Long organisationId, String year, String title) {

		NewTie tie() {
			return new NewTie(kind, text(otherUsername), text(otherName), organisationId,
					text(year).isBlank() ? null : number(year, "year", "review.file.number"), text(title));
		}

	}

	private static List<String> words(String text) {
		return SEPARATOR.splitAsStream(text(text).strip()).filter((word) -> !word.isEmpty()).distinct().toList();
	}

	private static int number(String typed, String field, String problem) {
		try {
			return Integer.parseInt(text(typed).strip());
		}
		catch (NumberFormatException ex) {
			throw InvalidInput.of(field, problem);
		}
	}

	private static LocalDate day(String typed, String field) {
		try {
			return text(typed).isBlank() ? null : LocalDate.parse(typed.strip());
		}
		catch (DateTimeException ex) {
			throw InvalidInput.of(field, "review.file.day");
		}
	}

	private static String text(String typed) {
		return typed == null ? "" : typed;
	}

}
