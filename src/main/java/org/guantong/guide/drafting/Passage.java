package org.guantong.guide.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.guantong.guide.DirectionContent;
import org.guantong.matching.TextDifference;

/**
 * A line or sentence of a text, about which a remark can be made. A direction has one to
 * three sentences, so a paragraph would be all of it.
 *
 * @param position from 0 within the field
 */
public record Passage(TextField field, int position, String text) {

	/**
	 * How much of two passages must be the same for one to be the other after an edit.
	 */
	private static final double SAME_ENOUGH = 0.5;

	/** The passages of a text in reading order. */
	public static List<Passage> of(DirectionContent content) {
		List<Passage> passages = new ArrayList<>();
		for (TextField field : TextField.values()) {
			if (field.isProse()) {
				List<String> parts = parts(field, field.of(content));
				for (int i = 0; i < parts.size(); i++) {
					passages.add(new Passage(field, i, parts.get(i)));
				}
			}
		}
		return passages;
	}

	/**
	 * Finds what became of a passage: the same words, nearest to where it stood, else
	 * what is most like it.
	 * @return empty when it is gone
	 */
	static Optional<Passage> find(List<Passage> passages, TextField field, int position, String text) {
		List<Passage> there = passages.stream().filter((passage) -> passage.field() == field).toList();
		Comparator<Passage> nearest = Comparator.comparingInt((passage) -> Math.abs(passage.position() - position));
		Optional<Passage> same = there.stream().filter((passage) -> passage.text().equals(text)).min(nearest);
		return same.isPresent() ? same
				: there.stream()
					.filter((passage) -> likeness(passage.text(), text) >= SAME_ENOUGH)
					.max(Comparator.comparingDouble((Passage passage) -> likeness(passage.text(), text))
						.thenComparing(nearest.reversed()));
	}

	/** The share of the characters of both that stayed, from 0 to 1. */
	private static double likeness(String one, String other) {
		int same = TextDifference.between(one, other)
			.segments()
			.stream()
			.filter(TextDifference.Segment::isSame)
			.mapToInt((segment) -> segment.text().length())
			.sum();
		return 2.0 * same / (one.length() + other.length());
	}

	private static List<String> parts(TextField field, String text) {
		List<String> parts = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		for (String part : field == TextField.TITLE ? new String[] { text } : text.split("\\R|(?<=[。！？!?])")) {
			if (!part.isBlank() && seen.add(part.strip())) {
				parts.add(part.strip());
			}
		}
		return parts;
	}

}
