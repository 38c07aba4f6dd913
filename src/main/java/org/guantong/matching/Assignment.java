package org.guantong.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.guantong.matching.AssignmentPlan.Assigned;
import org.guantong.matching.AssignmentPlan.Reason;
import org.guantong.matching.AssignmentPlan.Shortfall;
import org.guantong.matching.AssignmentProblem.Expert;
import org.guantong.matching.AssignmentProblem.Item;
import org.guantong.matching.AssignmentProblem.Pair;
import org.guantong.matching.assignment.FlowAssignment;

import org.springframework.stereotype.Service;

/**
 * Assigns experts to items so that, in this order, no conflict, no group and no capacity
 * is violated, as many places as possible are filled, and the sum of affinities is as
 * great as can be, less one for each place that an item already short of an expert lacks
 * beyond its first: what is missing is spread rather than heaped on one item.
 */
@Service
public class Assignment {

	/**
	 * Finds the best plan.
	 * @param problem items, experts, affinities and forbidden pairs
	 * @return the plan, and what could not be filled; the same for the same problem in
	 * any order
	 */
	public AssignmentPlan assign(AssignmentProblem problem) {
		List<Item> items = problem.items().stream().sorted(Comparator.comparingLong(Item::id)).toList();
		List<Expert> experts = problem.experts().stream().sorted(Comparator.comparingLong(Expert::id)).toList();
		double[][] affinities = affinities(problem, items, experts);
		int[][] chosen = new FlowAssignment(items.stream().mapToInt(Item::needed).toArray(),
				experts.stream().mapToInt(Expert::capacity).toArray(), groups(experts), affinities)
			.solve();
		return plan(items, experts, affinities, chosen);
	}

	/** Groups by a number from 0; each expert without one is a group alone. */
	private static int[] groups(List<Expert> experts) {
		Map<Long, Integer> numbers = new HashMap<>();
		int[] groups = new int[experts.size()];
		int next = 0;
		for (int e = 0; e < groups.length; e++) {
			Long group = experts.get(e).group();
			Integer known = (group == null) ? null : numbers.get(group);
			groups[e] = (known == null) ? next++ : known;
			if (group != null) {
				numbers.put(group, groups[e]);
			}
		}
		return groups;
	}

	private static double[][] affinities(AssignmentProblem problem, List<Item> items, List<Expert> experts) {
		double[][] affinities = new double[items.size()][experts.size()];
		for (int i = 0; i < items.size(); i++) {
			for (int e = 0; e < experts.size(); e++) {
				affinities[i][e] = affinity(problem, new Pair(items.get(i).id(), experts.get(e).id()));
			}
		}
		return affinities;
	}

	private static double affinity(AssignmentProblem problem, Pair pair) {
		if (problem.forbidden().contains(pair)) {
			return FlowAssignment.FORBIDDEN;
		}
		double affinity = problem.affinity().of(pair.item(), pair.expert());
		if (!(affinity >= 0 && affinity <= 1)) {
			throw new IllegalArgumentException("The affinity of " + pair + " is 0 to 1, not " + affinity);
		}
		return affinity;
	}

	private static AssignmentPlan plan(List<Item> items, List<Expert> experts, double[][] affinities, int[][] chosen) {
		List<Assigned> assigned = new ArrayList<>();
		List<Shortfall> shortfalls = new ArrayList<>();
		for (int i = 0; i < chosen.length; i++) {
			Item item = items.get(i);
			assigned.addAll(assigned(item, experts, affinities[i], chosen[i]));
			if (chosen[i].length < item.needed()) {
				shortfalls.add(shortfall(item, experts, affinities[i], item.needed() - chosen[i].length));
			}
		}
		return new AssignmentPlan(List.copyOf(assigned), List.copyOf(shortfalls));
	}

	private static List<Assigned> assigned(Item item, List<Expert> experts, double[] affinities, int[] chosen) {
		List<Assigned> assigned = new ArrayList<>();
		for (int expert : chosen) {
			assigned.add(new Assigned(item.id(), experts.get(expert).id(), affinities[expert]));
		}
		assigned.sort(Comparator.comparingDouble(Assigned::affinity).reversed());
		return assigned;
	}

	private static Shortfall shortfall(Item item, List<Expert> experts, double[] affinities, int missing) {
		int[] groups = groups(experts);
		Set<Integer> eligibleGroups = new HashSet<>();
		int available = 0;
		int eligible = 0;
		for (int e = 0; e < affinities.length; e++) {
			if (experts.get(e).capacity() > 0) {
				available++;
				if (affinities[e] != FlowAssignment.FORBIDDEN) {
					eligible++;
					eligibleGroups.add(groups[e]);
				}
			}
		}
		return new Shortfall(item.id(), missing, eligible,
				reason(item.needed(), available, eligible, eligibleGroups.size()));
	}

	private static Reason reason(int needed, int available, int eligible, int groups) {
		if (available < needed) {
			return Reason.TOO_FEW_EXPERTS;
		}
		if (eligible < needed) {
			return Reason.CONFLICTS;
		}
		return (groups < needed) ? Reason.GROUPS : Reason.LOAD;
	}

}
