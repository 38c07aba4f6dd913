package org.guantong.scale;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the groups proposed compare with those marked by hand.
 *
 * @param proposed groups proposed
 * @param found marked groups of which one proposal holds at least 80 %, and little else
 * @param recall share of the marked pairs that are proposed together, 0 to 1
 * @param precision share of the proposed pairs that are marked, 0 to 1
 */
record FoundGroups(int proposed, int found, double recall, double precision) {

	private static final double MOST_OF_IT = 0.8;

	/**
	 * @param groups proposed, by demand
	 * @param topics the marked group of each demand; below 0 for none
	 */
	static FoundGroups of(List<List<Long>> groups, Map<Long, Integer> topics) {
		Map<Integer, Long> sizes = topics.values()
			.stream()
			.filter((topic) -> topic >= 0)
			.collect(Collectors.groupingBy((topic) -> topic, Collectors.counting()));
		Set<Integer> found = new TreeSet<>();
		long right = 0;
		long all = 0;
		for (List<Long> group : groups) {
			Map<Integer, Long> inside = group.stream()
				.map(topics::get)
				.filter((topic) -> topic >= 0)
				.collect(Collectors.groupingBy((topic) -> topic, Collectors.counting()));
			all += pairs(group.size());
			right += inside.values().stream().mapToLong(FoundGroups::pairs).sum();
			inside.forEach((topic, count) -> {
				if (count >= MOST_OF_IT * sizes.get(topic) && count >= MOST_OF_IT * group.size()) {
					found.add(topic);
				}
			});
		}
		return new FoundGroups(groups.size(), found.size(), (double) right / pairs(sizes.values()),
				(double) right / Math.max(1, all));
	}

	private static long pairs(Collection<Long> sizes) {
		return sizes.stream().mapToLong(FoundGroups::pairs).sum();
	}

	private static long pairs(long size) {
		return size * (size - 1) / 2;
	}

}
