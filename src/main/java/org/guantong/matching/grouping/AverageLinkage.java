package org.guantong.matching.grouping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups things by average linkage: two groups join as long as their members are alike on
 * average. So a chain of neighbours, each like the next, does not become one group. The
 * same likeness gives the same groups.
 */
public final class AverageLinkage {

	private final float[][] likeness;

	private final double threshold;

	private final int largestGroup;

	/**
	 * Prepares a grouping.
	 * @param likeness symmetric likeness of thing to thing
	 * @param threshold least average likeness between two groups that join
	 * @param largestGroup most members of a group
	 */
	public AverageLinkage(float[][] likeness, double threshold, int largestGroup) {
		this.likeness = likeness;
		this.threshold = threshold;
		this.largestGroup = largestGroup;
	}

	/**
	 * The groups of two or more.
	 * @return members of each group, ascending; groups by their first member
	 */
	public List<int[]> groups() {
		return components().stream()
			.flatMap((component) -> groupsWithin(component).stream())
			.sorted(Comparator.comparingInt((group) -> group[0]))
			.toList();
	}

	/**
	 * Things connected by likeness above the threshold. No group reaches beyond one, as
	 * an average is never above its greatest part; so the costly step sees small sets
	 * only.
	 */
	private List<int[]> components() {
		boolean[] seen = new boolean[this.likeness.length];
		List<int[]> components = new ArrayList<>();
		for (int start = 0; start < seen.length; start++) {
			if (!seen[start]) {
				components.add(component(start, seen));
			}
		}
		return components;
	}

	private int[] component(int start, boolean[] seen) {
		int[] members = new int[seen.length];
		int count = 0;
		members[count++] = start;
		seen[start] = true;
		for (int i = 0; i < count; i++) {
			for (int other = 0; other < seen.length; other++) {
				if (!seen[other] && this.likeness[members[i]][other] >= this.threshold) {
					seen[other] = true;
					members[count++] = other;
				}
			}
		}
		int[] component = Arrays.copyOf(members, count);
		Arrays.sort(component);
		return component;
	}

	private List<int[]> groupsWithin(int[] component) {
		Merging merging = new Merging(component);
		while (merging.joinClosest()) {
			// each turn joins two groups
		}
		return merging.groups();
	}

	/** The groups of one component while they are being joined. */
	private final class Merging {

		private final List<int[]> groups = new ArrayList<>();

		/** Average likeness of group to group; of a joined group kept up by weight. */
		private final List<float[]> averages = new ArrayList<>();

		Merging(int[] component) {
			for (int member : component) {
				this.groups.add(new int[] { member });
				float[] row = new float[component.length];
				for (int i = 0; i < row.length; i++) {
					row[i] = AverageLinkage.this.likeness[member][component[i]];
				}
				this.averages.add(row);
			}
		}

		boolean joinClosest() {
			int left = -1;
			int right = -1;
			double best = AverageLinkage.this.threshold;
			int size = this.groups.size();
			for (int i = 0; i < size; i++) {
				float[] row = this.averages.get(i);
				for (int j = i + 1; j < size; j++) {
					float average = row[j];
					if ((average > best || left < 0 && average == best) && fits(i, j)) {
						best = average;
						left = i;
						right = j;
					}
				}
			}
			if (left >= 0) {
				join(left, right);
			}
			return left >= 0;
		}

		private boolean fits(int i, int j) {
			return this.groups.get(i).length + this.groups.get(j).length <= AverageLinkage.this.largestGroup;
		}

		private void join(int left, int right) {
			int[] a = this.groups.get(left);
			int[] b = this.groups.get(right);
			float[] joined = this.averages.get(left);
			for (int i = 0; i < this.groups.size(); i++) {
				joined[i] = (a.length * joined[i] + b.length * this.averages.get(right)[i]) / (a.length + b.length);
				this.averages.get(i)[left] = joined[i];
			}
			this.groups.set(left, IntStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().toArray());
			remove(right);
		}

		/** The last group takes the place of the one removed. */
		private void remove(int place) {
			int last = this.groups.size() - 1;
			this.groups.set(place, this.groups.get(last));
			this.averages.set(place, this.averages.get(last));
			for (float[] row : this.averages) {
				row[place] = row[last];
			}
			this.groups.remove(last);
			this.averages.remove(last);
		}

		List<int[]> groups() {
			return this.groups.stream().filter((group) -> group.length > 1).toList();
		}

	}

}
