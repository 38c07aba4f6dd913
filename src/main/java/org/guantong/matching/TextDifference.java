package org.guantong.matching;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

import org.guantong.matching.text.Words;

/**
 * What changed between two texts, word by word; Chinese is cut into words by a
 * dictionary, so that a change is marked where a reader sees it. Immutable. Time grows
 * with the length of the texts times what they differ in.
 *
 * @param segments the stretches in reading order: no two neighbours of one kind, none
 * empty; what was removed comes before what was added in its place
 */
public record TextDifference(List<Segment> segments) {

	public TextDifference {
		segments = List.copyOf(segments);
	}

	/** What became of a stretch of text. */
	public enum Kind {

		SAME, ADDED, REMOVED

	}

	/** A stretch of text that stayed, came or went. */
	public record Segment(Kind kind, String text) {

		public boolean isSame() {
			return kind == Kind.SAME;
		}

		public boolean isAdded() {
			return kind == Kind.ADDED;
		}

		public boolean isRemoved() {
			return kind == Kind.REMOVED;
		}

	}

	/**
	 * Compares two texts.
	 * @param before null counts as empty
	 * @param after null counts as empty
	 */
	public static TextDifference between(String before, String after) {
		List<String> old = Words.of(before == null ? "" : before);
		List<String> now = Words.of(after == null ? "" : after);
		List<Segment> segments = new ArrayList<>();
		for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
			String removed = String.join("", delta.getSource().getLines());
			String added = String.join("", delta.getTarget().getLines());
			// words can be cut otherwise on either side though the text is the same
			if (delta.getType() == DeltaType.EQUAL || removed.equals(added)) {
				append(segments, Kind.SAME, removed);
			}
			else {
				append(segments, Kind.REMOVED, removed);
				append(segments, Kind.ADDED, added);
			}
		}
		return new TextDifference(segments);
	}

	/** Whether the two texts differ at all. */
	public boolean isChanged() {
		return segments.stream().anyMatch((segment) -> !segment.isSame());
	}

	private static void append(List<Segment> segments, Kind kind, String text) {
		if (text.isEmpty()) {
			return;
		}
		int last = segments.size() - 1;
		if (last >= 0 && segments.get(last).kind() == kind) {
			segments.set(last, new Segment(kind, segments.get(last).text() + text));
		}
		else {
			segments.add(new Segment(kind, text));
		}
	}

}
