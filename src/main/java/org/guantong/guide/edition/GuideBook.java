package org.guantong.guide.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A guide to read or to print, published or not yet.
 *
 * @param edition number of the edition; null for a draft
 * @param publishedAt null for a draft
 * @param digest SHA-256 of its text; null for a draft
 * @param directions by field and number
 */
public record GuideBook(long roundId, String roundTitle, String fund, int year, Integer edition, Instant publishedAt,
		String digest, List<EditionDirection> directions) {

	private static final String[] DIGITS = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

	/**
	 * The directions of one field.
	 *
	 * @param ordinal its place in the guide: 一、二、三……
	 */
	public record Section(String ordinal, long fieldId, String fieldName, String fieldNameEn,
			List<EditionDirection> directions) {
	}

	public boolean isDraft() {
		return edition == null;
	}

	/** The directions, field by field. */
	public List<Section> sections() {
		Map<Long, List<EditionDirection>> byField = new LinkedHashMap<>();
		directions.forEach((one) -> byField.computeIfAbsent(one.fieldId(), (field) -> new ArrayList<>()).add(one));
		List<Section> sections = new ArrayList<>();
		byField.values()
			.forEach((own) -> sections.add(new Section(ordinal(sections.size() + 1), own.get(0).fieldId(),
					own.get(0).fieldName(), own.get(0).fieldNameEn(), List.copyOf(own))));
		return sections;
	}

	/** A number up to 99 in Chinese. */
	static String ordinal(int number) {
		int tens = number / 10;
		String ten = tens == 0 ? "" : (tens == 1 ? "" : DIGITS[tens]) + "十";
		return ten + DIGITS[number % 10];
	}

}
