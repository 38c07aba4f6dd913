package org.guantong.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.guantong.shared.FieldProblem;

/**
 * What a direction says: the part of it the office writes (domain, section 3).
 *
 * @param title 1 to 60 characters
 * @param applicationCodes at most three
 * @param text one to three sentences, at most 600 characters
 * @param category code of a grant category
 * @param intensity direct cost of one project in 万元, above 0, at most 10,000
 * @param expectedApplication where the result is to be used, at most 300 characters
 */
public record DirectionContent(String title, List<String> applicationCodes, String text, String category,
		BigDecimal intensity, String expectedApplication) {

	private static final Pattern CODE = Pattern.compile("[A-HT][0-9]{2}([0-9]{2})?");

	private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

	public DirectionContent {
		title = title == null ? "" : title.strip();
		text = text == null ? "" : text.strip();
		expectedApplication = expectedApplication == null ? "" : expectedApplication.strip();
		// 260 and 260.00 are the same text
		intensity = intensity == null || intensity.scale() > 2 ? intensity : intensity.setScale(2);
		applicationCodes = applicationCodes == null ? List.of() : List.copyOf(applicationCodes);
	}

	/** What keeps it from being saved, even as a draft. */
	public List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		checkLength(problems, "title", title, 60);
		checkLength(problems, "text", text, 600);
		checkLength(problems, "expectedApplication", expectedApplication, 300);
		if (title.isEmpty()) {
			problems.add(FieldProblem.of("title", "guide.problem.title"));
		}
		if (applicationCodes.size() > 3 || Set.copyOf(applicationCodes).size() < applicationCodes.size()) {
			problems.add(FieldProblem.of("applicationCodes", "guide.problem.codes"));
		}
		applicationCodes.stream()
			.filter((code) -> !CODE.matcher(code).matches())
			.findFirst()
			.ifPresent((code) -> problems.add(FieldProblem.of("applicationCodes", "guide.problem.code", code)));
		if (category == null || category.isBlank()) {
			problems.add(FieldProblem.of("category", "guide.problem.category"));
		}
		if (intensity != null && (intensity.signum() <= 0 || intensity.compareTo(MOST) > 0 || intensity.scale() > 2)) {
			problems.add(FieldProblem.of("intensity", "guide.problem.intensity"));
		}
		return problems;
	}

	/** What is missing before others may judge it; problems of a draft included. */
	public List<FieldProblem> gaps() {
		List<FieldProblem> gaps = new ArrayList<>(problems());
		require(gaps, "applicationCodes", !applicationCodes.isEmpty());
		require(gaps, "text", !text.isEmpty());
		require(gaps, "intensity", intensity != null);
		require(gaps, "expectedApplication", !expectedApplication.isEmpty());
		return gaps;
	}

	private static void checkLength(List<FieldProblem> problems, String field, String value, int most) {
		int length = value.codePointCount(0, value.length());
		if (length > most) {
			problems.add(FieldProblem.of(field, "form.tooLong", most, length));
		}
	}

	private static void require(List<FieldProblem> gaps, String field, boolean there) {
		if (!there) {
			gaps.add(FieldProblem.of(field, "guide.gap." + field));
		}
	}

}
