package org.guantong.guide.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.guantong.matching.TextDifference;
import org.guantong.review.Recommendation;
import org.guantong.workflow.InboxItem;

/**
 * One direction to be reviewed, with what was written so far.
 *
 * @param facts what is known of the direction, as the task's form shows it
 * @param rows the criteria with the points given so far
 * @param version counts the saves of the draft, 0 for none
 * @param changes what changed in the text since this expert's last review; null in the
 * first turn
 * @param problems what keeps it from being handed in, by field; empty when nothing does
 */
public record DeskReview(InboxItem task, Map<String, Object> facts, List<Row> rows, String recommendation,
		String comment, int version, TextDifference changes, Map<String, String> problems) {

	/** The grades a key gives, of five. */
	public static final int GRADES = 5;

	/**
	 * A criterion.
	 *
	 * @param most full marks
	 * @param points as typed, may be empty
	 */
	public record Row(String criterion, String asks, int most, String points) {

		/** The points of a grade from 1 to 5: full marks for the best. */
		public int of(int grade) {
			return Math.round((float) most * grade / GRADES);
		}

	}

	public boolean isComplete() {
		return problems.isEmpty();
	}

	/** Whether anything was written. */
	public boolean isBegun() {
		return version > 0;
	}

	/** Sum of what was typed so far and is a number. */
	public BigDecimal total() {
		return rows.stream()
			.map(Row::points)
			.filter((points) -> points.matches("\\d{1,3}"))
			.map(BigDecimal::new)
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	public Recommendation[] choices() {
		return Recommendation.values();
	}

	/** Which turn of the panel this is. */
	public int turn() {
		return facts.get("turn") instanceof Integer turn ? turn : 1;
	}

}
