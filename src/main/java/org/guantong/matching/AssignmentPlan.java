package org.guantong.matching;

import java.util.List;

/**
 * A proposal of who looks at what.
 *
 * @param assigned pairs, by item, within an item the best affinity first
 * @param shortfalls items that lack experts, by item; empty if all are filled
 */
public record AssignmentPlan(List<Assigned> assigned, List<Shortfall> shortfalls) {

	/**
	 * How well the plan suits.
	 * @return sum of the affinities, 0 to the number of pairs
	 */
	public double totalAffinity() {
		return this.assigned.stream().mapToDouble(Assigned::affinity).sum();
	}

	/**
	 * The experts of one item.
	 * @param item key of the item
	 * @return keys of its experts, the best affinity first; empty if none
	 */
	public List<Long> expertsOf(long item) {
		return this.assigned.stream().filter((pair) -> pair.item() == item).map(Assigned::expert).toList();
	}

	/**
	 * One expert assigned to one item.
	 *
	 * @param item key of the item
	 * @param expert key of the expert
	 * @param affinity how well they suit, 0 to 1
	 */
	public record Assigned(long item, long expert, double affinity) {
	}

	/**
	 * An item that could not be filled.
	 *
	 * @param item key of the item
	 * @param missing number of experts it lacks, 1 or more
	 * @param eligible number of experts with a capacity who are not forbidden for it
	 * @param reason why
	 */
	public record Shortfall(long item, int missing, int eligible, Reason reason) {
	}

	/** Why an item could not be filled; the first that holds. */
	public enum Reason {

		/** There are fewer experts with a capacity than it needs. */
		TOO_FEW_EXPERTS,

		/** Enough experts, but too many of them are forbidden for it. */
		CONFLICTS,

		/** Enough eligible experts, but of too few groups. */
		GROUPS,

		/** Enough eligible experts, but their capacity is used up. */
		LOAD

	}

}
