package org.guantong.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Who may be assigned to what. Those already settled are taken out by the caller: their
 * item needs fewer, their expert can carry fewer, and the pair is forbidden.
 *
 * @param items what needs experts, with distinct ids
 * @param experts who can be assigned, with distinct ids
 * @param affinity how well each expert suits each item
 * @param forbidden pairs that are never assigned, such as conflicts of interest
 */
public record AssignmentProblem(List<Item> items, List<Expert> experts, Affinity affinity, Set<Pair> forbidden) {

	public AssignmentProblem {
		items = List.copyOf(items);
		experts = List.copyOf(experts);
		forbidden = Set.copyOf(forbidden);
		requireDistinct(items.stream().mapToLong(Item::id), "items");
		requireDistinct(experts.stream().mapToLong(Expert::id), "experts");
	}

	private static void requireDistinct(LongStream ids, String what) {
		long[] all = ids.toArray();
		if (LongStream.of(all).distinct().count() < all.length) {
			throw new IllegalArgumentException("Two " + what + " have the same id");
		}
	}

	/**
	 * Something to be looked at by experts.
	 *
	 * @param id its key
	 * @param needed number of different experts, 0 to 1,000
	 */
	public record Item(long id, int needed) {

		private static final int MOST_NEEDED = 1000;

		public Item {
			if (needed < 0 || needed > MOST_NEEDED) {
				throw new IllegalArgumentException("An item needs 0 to 1,000 experts, not " + needed);
			}
		}

	}

	/**
	 * Someone who can be assigned.
	 *
	 * @param id the key
	 * @param capacity most items taken on, 0 or more
	 * @param group no two of one group are assigned to the same item, as with people of
	 * one employer; null for none
	 */
	public record Expert(long id, int capacity, Long group) {

		public Expert {
			if (capacity < 0) {
				throw new IllegalArgumentException("An expert takes on 0 items or more, not " + capacity);
			}
		}

		public Expert(long id, int capacity) {
			this(id, capacity, null);
		}

	}

	/**
	 * An expert with an item.
	 *
	 * @param item key of the item
	 * @param expert key of the expert
	 */
	public record Pair(long item, long expert) {
	}

	/**
	 * How well experts suit items; what it is made of is the caller's.
	 */
	@FunctionalInterface
	public interface Affinity {

		/**
		 * How well an expert suits an item.
		 * @param item key of the item
		 * @param expert key of the expert
		 * @return from 0, not at all, to 1, perfectly; told apart in steps of 0.0001
		 */
		double of(long item, long expert);

	}

}
